from tests.cli.conftest import top3 as top3
