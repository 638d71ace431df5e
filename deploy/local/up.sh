#!/usr/bin/env bash
# Brings docker-compose.yml up where no image can be pulled: builds a base image, the servers' image and Sunlit's, and puts the tests' servers in
# place of KurrentDB (a stand-in) and MongoDB (mongo-java-server); Kafka is Kafka itself, from Maven.
#   deploy/local/up.sh           until the gateway is healthy; then http://127.0.0.1:${SUNLIT_PORT:-4000}/
#   deploy/local/up.sh down      ends all of it and forgets what it kept
#   deploy/local/up.sh ANYTHING  as docker-compose ANYTHING, with the same files: ps, logs gateway, …
# Needs root, a running dockerd, docker-compose (1.29 or 2), debootstrap, maven, node and npm, and "npm ci" done in this checkout (the stand-in's
# packages are read from it). SUNLIT_REBUILD=1 builds Sunlit's image anew.
set -euo pipefail
cd "$(dirname "$0")/../.."
base=sunlit-base:local
jars=${SUNLIT_LOCAL_JARS:-$PWD/data/compose/jars}
export SUNLIT_LOCAL_JARS=$jars

if docker compose version >/dev/null 2>&1; then compose=(docker compose); else compose=(docker-compose); fi
compose+=(-p sunlit-local -f docker-compose.yml -f deploy/local/docker-compose.local.yml)

image() { docker image inspect "$1" >/dev/null 2>&1; }
step() { printf '%s %s\n' "$(date +%T)" "$*"; }
failed() {
  "${compose[@]}" ps
  "${compose[@]}" logs --tail=15
  exit 1
}

case ${1:-up} in
  up) ;;
  down)
    "${compose[@]}" down --volumes --timeout 30
    exit 0
    ;;
  *) exec "${compose[@]}" "$@" ;;
esac

step 'the base image'
deploy/local/base-image.sh "$base"
step 'the servers: image and jars'
image sunlit-servers:local || {
  empty=$(mktemp -d)
  docker build -q --network host --build-arg BASE_IMAGE="$base" -f deploy/local/servers.Dockerfile -t sunlit-servers:local "$empty"
  rmdir "$empty"
}
for server in kafka:kafka mongo-java-server:mongodb; do
  lib=$jars/${server#*:}
  [ -d "$lib" ] || mvn -q -B -f "e2e/servers/${server%:*}/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib"
done
step 'the image of Sunlit'
if [ -n "${SUNLIT_REBUILD:-}" ] || ! image sunlit:latest; then
  docker build -q --network host --build-arg BASE_IMAGE="$base" -f deploy/Dockerfile -t sunlit:latest .
fi
docker image inspect sunlit:latest --format '  {{.Size}} bytes'
if [ ! -f data/compose/master.key ]; then
  docker run --rm --user 0 -v "$PWD/data/compose:/keys" sunlit:latest node deploy/image/new-master-key.mjs /keys/master.key
fi
step 'everything, in order'
"${compose[@]}" up -d --no-build || failed
for _ in $(seq 90); do
  state=$(docker inspect "$("${compose[@]}" ps -q gateway)" --format '{{.State.Health.Status}}')
  [ "$state" = healthy ] && break
  sleep 1
done
[ "$state" = healthy ] || failed
"${compose[@]}" ps
step "ready: http://127.0.0.1:${SUNLIT_PORT:-4000}/"
"${compose[@]}" logs gateway | grep -m1 'first administrator' || true
