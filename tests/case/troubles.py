"""Every trouble that reading can find: a file that shows it, and the place it must name."""

from top3.case.loader import MAX_BYTES, MAX_NODES

HEAD = "top3: 1\n"
MANY = "x" * 40

# code, variant, file, (line, column); one finding each.
TROUBLES: list[tuple[str, str, str | bytes, tuple[int, int]]] = [
    ("T001", "empty", "", (1, 1)),
    ("T001", "empty", " \n\n", (1, 1)),
    ("T001", "empty", "# alleen een opmerking\n", (1, 1)),
    ("T001", "too_large", b"#" * (MAX_BYTES + 1), (1, 1)),
    ("T001", "not_utf8", b"top3: 1\ncasus: {gemeente: Caf\xe9}\n", (2, 1)),
    ("T001", "not_utf8", "top3: 1".encode("utf-16"), (1, 1)),
    ("T002", "token", HEAD + "casus:\n\tfictief: ja\n", (3, 1)),
    ("T002", "token", HEAD + "casus: {gemeente: @home}\n", (2, 19)),
    ("T002", "escape", HEAD + 'casus: {gemeente: "C:\\data"}\n', (2, 22)),
    ("T002", "escape", HEAD + 'casus: {gemeente: "\\ud800"}\n', (2, 22)),
    ("T002", "quote", HEAD + 'casus: {gemeente: "Ede}\n', (3, 1)),
    ("T002", "colon", HEAD + "casus:\n  gemeente: Hij zei: stop\n", (3, 20)),
    ("T002", "no_colon", HEAD + "casus\nplan: {}\n", (3, 1)),
    ("T002", "bracket", HEAD + "plan: {datum: 2024-09-02\nteam: {}\n", (3, 5)),
    ("T002", "indent", HEAD + "casus:\n    gemeente: Ede\n  fictief: ja\n", (4, 3)),
    ("T002", "indent", "- a\nb: c\n", (2, 1)),
    ("T002", "indent", HEAD + "...\ncasus: {}\n", (3, 1)),
    ("T002", "default", HEAD + "casus: |x\n", (2, 9)),
    ("T003", "alias", HEAD + "casus: *a\n", (2, 8)),
    ("T003", "anchor", HEAD + "casus: &a {}\n", (2, 8)),
    ("T003", "tag", HEAD + "casus: !!python/name:os.system x\n", (2, 8)),
    ("T003", "merge", HEAD + "casus: {<<: {}}\n", (2, 9)),
    ("T003", "key", HEAD + "casus: {[a]: b}\n", (2, 9)),
    ("T003", "directive", "%YAML 1.1\n---\ntop3: 1\n", (1, 1)),
    ("T003", "document", HEAD + "---\ntop3: 1\n", (2, 1)),
    ("T003", "depth", HEAD + "casus: " + "[" * 40 + "]" * 40, (2, 23)),
    ("T003", "nodes", HEAD + "krachten:\n" + "- a\n" * MAX_NODES, (MAX_NODES - 2, 3)),
    ("T004", "default", HEAD + "casus: {gemeente: E\u200bde}\n", (2, 20)),
    ("T004", "default", HEAD + 'casus: {gemeente: "E\\u202ede"}\n', (2, 19)),
    ("T005", "default", HEAD + f"casus: {{{MANY}: x}}\n", (2, 9)),
    ("T005", "many", HEAD + f"gezin: [{{id: m1, {MANY}: x}}]\n", (2, 18)),
    (
        "T005",
        "id",
        HEAD + "gezin: [{id: k1}, {id: k2}]\nnetwerk: [{id: n1, verbonden_met: k1, k2}]\n",
        (3, 39),
    ),
    ("T005", "near", HEAD + "casus: {gemeenten: Ede}\n", (2, 9)),
    ("T005", "language", HEAD + "casus: {municipality: Ede}\n", (2, 9)),
    ("T005", "lookalike", HEAD + "c\u0430sus: {gemeente: Ede}\n", (2, 1)),
    ("T005", "twice", HEAD + "casus: {gemeente: Ede, gemeente: Epe}\n", (2, 24)),
    ("T006", "default", HEAD + "casus: {fictief: misschien}\n", (2, 18)),
    ("T006", "many", HEAD + f"geweld: {{vormen: [{{vorm: {MANY}}}]}}\n", (2, 26)),
    ("T006", "near", HEAD + "gezin: [{id: m1, rol: moedr}]\n", (2, 23)),
    ("T006", "language", HEAD + "gezin: [{id: m1, rol: father}]\n", (2, 23)),
    ("T007", "text_expected", HEAD + "casus: {gemeente: [Ede]}\n", (2, 19)),
    ("T007", "mapping_expected", HEAD + "casus: Ede\n", (2, 8)),
    ("T007", "id_form", HEAD + "gezin: [{id: Dewi}]\n", (2, 14)),
    ("T007", "day_form", HEAD + "plan: {datum: 2 september}\n", (2, 15)),
    ("T007", "span_form", HEAD + "gezin: [{id: m1, geboren: vorig jaar}]\n", (2, 27)),
    ("T007", "span_order", HEAD + "gezin: [{id: m1, geboren: 2024/2023}]\n", (2, 27)),
    ("T007", "age_form", HEAD + "gezin: [{id: m1, leeftijd: zes}]\n", (2, 28)),
    ("T007", "number_form", HEAD + "plan: {versie: twee}\n", (2, 16)),
    ("T007", "number_range", HEAD + "plan: {fase: {niveau: 4}}\n", (2, 23)),
    ("T008", "default", HEAD + "plan: {fase: {datum: 2024-09-02}}\n", (2, 8)),
    ("T008", "default", HEAD + "plan:\n  fase:\n    niveau:\n", (4, 5)),
    ("T008", "id", HEAD + "gezin:\n  - id: k1\n  - naam: Finn\n", (4, 5)),
    ("T009", "twice", HEAD + "gezin: [{id: k1}, {id: k1}]\n", (2, 24)),
    ("T009", "near", HEAD + "gezin: [{id: k1}]\nnetwerk: [{id: n1, verbonden_met: k2}]\n", (3, 35)),
    (
        "T009",
        "unknown",
        HEAD + "gezin: [{id: k1}]\nnetwerk: [{id: n1, verbonden_met: z9}]\n",
        (3, 35),
    ),
    ("T009", "none", HEAD + "netwerk: [{id: n1, verbonden_met: k1}]\n", (2, 35)),
    ("T010", "no_format", "casus: {gemeente: Ede}\n", (1, 1)),
    ("T010", "no_format", "top3:\ncasus: {gemeente: Ede}\n", (1, 1)),
    ("T010", "version", "top3: 2\n", (1, 7)),
    ("T010", "no_mapping", "- top3\n", (1, 1)),
    ("T010", "no_mapping", "Beste collega,\n", (1, 1)),
]

# These come from the path, not from the text (test_hostile makes them).
OF_THE_PATH = [
    ("T001", variant) for variant in ("missing", "not_regular", "unreadable", "no_files")
]
