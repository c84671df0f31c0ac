"""What ./lab check finds about the image without building it."""

import pytest
from lab_cli import dockerfile
from lab_cli.project import Project

GOOD = """\
ARG BUILD_IMAGE=example.org/maven:3.9
ARG BASE_IMAGE=example.org/debian:12-slim
FROM ${BUILD_IMAGE} AS java
FROM ${BASE_IMAGE} AS base
FROM base
ARG NB_UID=1000
USER root
RUN true
USER ${NB_UID}
"""


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    project.binders_dockerfile.parent.mkdir()
    return project


def said(project, text):
    project.dockerfile.write_text(text)
    dockerfile.copy(project)
    return [finding.what for finding in dockerfile.findings(project)]


def test_a_good_dockerfile_has_no_findings(project):
    assert said(project, GOOD) == []
    assert dockerfile.bases(project) == ["example.org/maven:3.9", "example.org/debian:12-slim"]


@pytest.mark.parametrize(
    "old, new, words",
    [
        ("FROM ${BASE_IMAGE}", "FROM example.org/debian:12", "in an ARG"),
        ("debian:12-slim", "debian", "with a tag"),
        ("debian:12-slim", "debian:latest", "other than latest"),
        ("BASE_IMAGE=", "OTHER_IMAGE=", "with a tag"),
        ("USER ${NB_UID}", "USER root", "last USER is root"),
        ("USER ${NB_UID}", "USER 0", "last USER is 0"),
        ("NB_UID=1000", "NB_UID=0", "must not be root"),
        ("USER ${NB_UID}", "", "last USER is root"),
    ],
)
def test_each_rule_is_noticed_when_it_is_broken(project, old, new, words):
    found = said(project, GOOD.replace(old, new))
    assert len(found) == 1 and words in found[0], found


def test_a_copy_for_binder_that_differs_is_noticed_and_fixed(project):
    project.dockerfile.write_text(GOOD)
    assert "differs" in dockerfile.findings(project)[0].what
    project.binders_dockerfile.write_text(GOOD + "\n")
    assert "differs" in dockerfile.findings(project)[0].what
    dockerfile.copy(project)
    assert dockerfile.findings(project) == []


def test_a_missing_dockerfile_is_a_finding(project):
    assert [finding.what for finding in dockerfile.findings(project)] == ["is missing"]
