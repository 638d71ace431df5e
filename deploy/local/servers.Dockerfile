# What the stand-ins for the three servers need: Node (of the base) and Java, for Kafka and mongo-java-server.
ARG BASE_IMAGE=sunlit-base:local
FROM ${BASE_IMAGE}
RUN apt-get update \
 && mkdir -p /usr/share/man/man1 \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt \
 && useradd --uid 10001 --create-home server
USER 10001:10001
