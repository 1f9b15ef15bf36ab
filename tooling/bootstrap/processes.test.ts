import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createProcesses } from './processes.mjs';

const options = { cwd: '/', env: process.env };
const node = (processes: ReturnType<typeof createProcesses>, code: string, more = {}) =>
  processes.run(process.execPath, ['-e', code], { ...options, ...more });

async function whenReady(isReady: () => boolean): Promise<void> {
  while (!isReady()) await after(10);
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('processes', () => {
  it('tells the exit code and keeps what was printed on both streams', async () => {
    const ended = await node(createProcesses(), 'console.log("out"); console.error("err"); process.exitCode = 3');
    expect(ended).toMatchObject({ code: 3, overtime: false });
    expect(ended.output.split('\n').sort().join()).toBe(',err,out');
  });

  it('tells a program that is not there', async () => {
    const ended = await createProcesses().run('/no/such/program', [], options);
    expect(ended).toMatchObject({ code: 127 });
    expect(ended.output).toContain('/no/such/program');
  });

  it('ends a program that takes longer than its limit', async () => {
    expect(await node(createProcesses(), 'setInterval(() => {}, 1000)', { limit: 100 })).toMatchObject({
      code: 143,
      overtime: true,
    });
  });

  it('passes a signal on once, and lets the program end in its own way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'standing-processes-'));
    const ready = join(folder, 'ready');
    const processes = createProcesses();
    const running = node(
      processes,
      `let times = 0;
       const wait = setInterval(() => {}, 1000);
       process.on('SIGINT', () => { times += 1; setTimeout(() => { console.log(times); clearInterval(wait); }, 200); });
       require('node:fs').writeFileSync(${JSON.stringify(ready)}, '');`,
    );
    await whenReady(() => existsSync(ready));
    processes.stop('SIGINT');
    expect(await running).toMatchObject({ code: 0, output: '1\n' });
    rmSync(folder, { recursive: true });
  });

  it('starts nothing once it was told to stop', async () => {
    const processes = createProcesses();
    processes.stop('SIGINT');
    expect(await node(processes, 'console.log("ran")')).toEqual({ code: 130, output: '', overtime: false });
  });

  it('ends what a program leaves behind', async () => {
    const leave = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      console.log(child.pid);
      child.unref();
    `;
    const { output } = await node(createProcesses(), leave);
    await whenReady(() => !isAlive(Number(output)));
    expect(isAlive(Number(output))).toBe(false);
  });
});
