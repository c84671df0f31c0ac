# The image of the lab. Everything is set up here; a running cell downloads nothing.
# binder/Dockerfile is a copy of this file: ./lab check compares them, ./lab check --fix copies.
ARG BUILD_IMAGE=docker.io/library/maven:3.9.16-eclipse-temurin-25
ARG BASE_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${BUILD_IMAGE} AS java
# No program needs these: the JDK's own sources, headers, manuals, and files for other runtimes.
RUN cd /opt/java/openjdk && rm -rf demo include jmods lib/src.zip man

FROM ${BASE_IMAGE} AS base
# Text in figures needs a font and fontconfig, also without a screen.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core python3 tini \
 && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/*
COPY --from=java /opt/java/openjdk /opt/java/openjdk
ENV LANG=C.UTF-8 JAVA_HOME=/opt/java/openjdk VIRTUAL_ENV=/opt/lab/.venv LAB_DATASETS=/opt/lab/datasets
ENV PATH=${VIRTUAL_ENV}/bin:${JAVA_HOME}/bin:${PATH}

FROM base AS packages
RUN apt-get update && apt-get install -y --no-install-recommends python3-venv
COPY --from=java /usr/share/maven /usr/share/maven
ENV PATH=/usr/share/maven/bin:${PATH}
WORKDIR /opt/lab
COPY lab ./
COPY lab_cli lab_cli
COPY binder/requirements.txt binder/
RUN python3 lab setup --packages

FROM packages AS build
COPY lab-lib lab-lib
RUN --mount=type=cache,target=/root/.m2/repository python3 lab setup

FROM base
ARG NB_USER=jovyan
ARG NB_UID=1000
RUN useradd --create-home --shell /bin/bash --uid ${NB_UID} ${NB_USER}
# All of this belongs to root. Learners read it and edit their copies of the notebooks at home.
COPY --from=packages /opt/lab/.venv /opt/lab/.venv
COPY --from=build /opt/lab/.venv/share/jupyter/kernels /opt/lab/.venv/share/jupyter/kernels
COPY LICENSE /opt/lab/
COPY --chmod=755 binder/enter /opt/lab/binder/
COPY datasets /opt/lab/datasets
COPY notebooks /opt/lab/notebooks

ENV HOME=/home/${NB_USER}
WORKDIR ${HOME}
USER ${NB_UID}
EXPOSE 8888
ENTRYPOINT ["tini", "-g", "--", "/opt/lab/binder/enter"]
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--port=8888", "--no-browser", "--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb"]
