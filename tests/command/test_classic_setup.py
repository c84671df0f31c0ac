"""In classic IJava a notebook has the same heap, collector and language as in our own kernel."""

from lab_cli import kernelspec

from tests import classic


def test_its_kernel_json_has_the_flags_of_our_kernel():
    argv = classic.spec()["argv"]
    assert tuple(argv[1 : argv.index("-jar")]) == kernelspec.FLAGS
