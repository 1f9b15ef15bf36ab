#!/usr/bin/env node
import { program } from '#commands';

await program();
