#!/bin/sh
echo "direct $1"
