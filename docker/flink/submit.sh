#!/bin/sh
# Submits the job unless it runs already, from the newest complete checkpoint if there is one.
set -eu

jobmanager=jobmanager:8081

# First on its own, so that an unreachable JobManager ends this script.
running=$(flink list -r -m "$jobmanager")
if printf '%s\n' "$running" | grep -q ' : rivulet '; then
  echo "the job is running already"
  exit 0
fi

set -- run -d -m "$jobmanager"
newest=$(ls -t "$RIVULET_CHECKPOINTS"/*/chk-*/_metadata 2>/dev/null | head -n 1)
if [ -n "$newest" ]; then
  checkpoint=${newest%/_metadata}
  echo "continuing from $checkpoint"
  set -- "$@" -s "file://$checkpoint"
fi
exec flink "$@" /opt/rivulet/rivulet-job.jar /opt/rivulet/rivulet.yaml
