#!/bin/sh
# Asks for the operator's email address, if nobody has said it yet. azd asks for the environment's name and the location by itself.
set -eu

if [ -n "${OPERATOR_EMAIL:-}" ]; then exit 0; fi

if [ ! -t 0 ]; then
  echo "error: OPERATOR_EMAIL is not set: who is told when the monitor itself is in trouble. Set it: azd env set OPERATOR_EMAIL you@example.com" >&2
  exit 1
fi

address=
while :; do
  printf "The operator's email address, who is told when the monitor itself is in trouble: "
  read -r address
  case $address in
    ?*@?*) break ;;
    *) echo "This is no address; write it as in operator@example.com." ;;
  esac
done
azd env set OPERATOR_EMAIL "$address"
