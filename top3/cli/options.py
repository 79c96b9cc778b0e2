"""Every argument and option of every command, with its help in one language."""

import typer

from top3.cli.usage import CHECK_FORMATS, DOCUMENT_FORMATS, PLAN_FORMATS, READERS, THRESHOLDS
from top3.words import LANGUAGES, Words


class Options:
    """What stands behind each name in a command's signature (`app.py`)."""

    def __init__(self, words: Words) -> None:
        say = words.say
        file, folder, codes = (say(f"cli.{name}_metavar") for name in ("file", "folder", "codes"))

        self.file = typer.Argument(help=say("cli.file"), metavar=file)
        self.paths = typer.Argument(help=say("cli.paths"), metavar=say("cli.paths_metavar"))
        self.new_file = typer.Argument(help=say("cli.new_file"), metavar=file)
        self.code = typer.Argument(help=say("cli.rule_code"), metavar=say("cli.code_metavar"))
        self.about = typer.Argument(help=say("cli.explain_id"), metavar=say("cli.id_metavar"))

        self.version = typer.Option("--version", help=say("cli.version"))
        self.lang = typer.Option("--lang", help=say("cli.lang"), metavar="|".join(LANGUAGES))
        self.day = typer.Option("--date", help=say("cli.date"), metavar=say("cli.date_metavar"))
        self.show_values = typer.Option("--show-values", help=say("cli.show_values"))
        self.ci = typer.Option("--ci", help=say("cli.ci"))
        self.output = typer.Option(help=say("cli.output"), metavar=folder)
        self.reader = typer.Option(help=say("cli.reader"), metavar="|".join(READERS))
        self.select = typer.Option(help=say("cli.select"), metavar=codes)
        self.ignore = typer.Option(help=say("cli.ignore"), metavar=codes)
        self.fail_on = typer.Option(
            "--fail-on", help=say("cli.fail_on"), metavar="|".join(THRESHOLDS)
        )
        self.plan_formats = typer.Option(
            "--format", help=say("cli.format"), metavar=",".join(PLAN_FORMATS)
        )
        self.check_formats = typer.Option(
            "--format", help=say("cli.check_format"), metavar=f"{'|'.join(CHECK_FORMATS)}[={file}]"
        )
        self.question_formats = typer.Option(
            "--format", help=say("cli.questions_format"), metavar=",".join(DOCUMENT_FORMATS)
        )
        papers = ",".join(DOCUMENT_FORMATS)
        self.form_formats = typer.Option("--format", help=say("cli.forms_format"), metavar=papers)
        self.kit_formats = typer.Option("--format", help=say("cli.kit_formats"), metavar=papers)
        self.made_lang = typer.Option(
            "--lang", help=say("cli.made_lang"), metavar="|".join(LANGUAGES)
        )
        self.example_output = typer.Option(
            "--output", help=say("cli.example_output"), metavar=folder
        )
        self.kit = typer.Argument(help=say("cli.kit"), metavar=folder)
        self.groups = typer.Option(
            help=say("cli.groups"), metavar=say("cli.number_metavar"), min=1, max=30
        )
        self.level = typer.Option(help=say("cli.level"), metavar=say("cli.level_metavar"))
        self.form_output = typer.Option("--output", help=say("cli.forms_output"), metavar=folder)
        self.sample = typer.Argument(help=say("cli.sample"), metavar=say("cli.sample_metavar"))
        self.profile = typer.Option(help=say("cli.profile"), metavar=say("cli.profile_metavar"))
        self.phase = typer.Option(help=say("cli.phase"), metavar="1|2|3")
        self.ages = typer.Option(help=say("cli.ages"), metavar="10,8")
        self.mistakes = typer.Option(help=say("cli.mistakes"), metavar=say("cli.mistakes_metavar"))
        self.seed = typer.Option(
            help=say("cli.seed"), metavar=say("cli.number_metavar"), min=0, max=999_999
        )
        self.count = typer.Option(
            help=say("cli.count"), metavar=say("cli.number_metavar"), min=1, max=1000
        )
