"""T405: nobody is the fixed face, nobody stands in, or nobody brings the parties together."""

from collections.abc import Iterator

from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR)
def T405(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 4 and bijlage 4. First things first: one finding at a time."""
    team = view.case.team
    face = team.case_director
    if face is None or not (face.name and face.phone):
        yield Hit(face or team, "", "none" if face is None else "contact", ())
        return
    if team.stand_in is None or not team.stand_in.name:
        yield Hit(team, "", "stand_in", ("stand_in",), WARNING)
    level = max(view.escalation.minimum, view.escalation.recorded or 0)
    if level >= 2 and (team.process_director is None or not team.process_director.name):
        severity = ERROR if level >= 3 else WARNING
        about = ("process_director",)
        yield Hit(team, "", "process", about, severity, values={"level": level})
