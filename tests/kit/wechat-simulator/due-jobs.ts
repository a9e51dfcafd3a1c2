import { announceMass, finishMass } from './mass-job.js';
import { announcePublish, finishPublish } from './publish-job.js';
import { pushEvent } from './push-event.js';
import type { Account, World } from './world.js';

interface DueJob {
  readonly dueAt: number;
  /** Changes the memory at once and returns the pushes that follow. */
  run(): () => Promise<unknown>;
}

function jobsOf(world: World, account: Account): readonly DueJob[] {
  const { publishJobs, massJobs, templateJobs } = account.state;
  return [
    ...publishJobs.filter((job) => job.status === 1 && job.result !== 'stuck').map((job) => ({
      dueAt: job.dueAt, run: () => (finishPublish(world, account, job), () => announcePublish(world, account, job)),
    })),
    ...massJobs.filter((job) => job.status === 'SENDING').map((job) => ({
      dueAt: job.dueAt, run: () => { const count = finishMass(world, account, job); return () => announceMass(world, account, job, count); },
    })),
    ...templateJobs.filter((job) => !job.isDone).map((job) => ({
      dueAt: job.dueAt,
      run: () => {
        job.isDone = true;
        const isThere = account.follower(job.openid)?.isFollowing;
        const fields = { Event: 'TEMPLATESENDJOBFINISH', MsgID: job.msgId, Status: isThere ? 'success' : 'failed:user block' };
        return () => pushEvent(world, account, fields, job.openid);
      },
    })),
  ];
}

const allJobs = (world: World): readonly DueJob[] => world.accounts.flatMap((account) => jobsOf(world, account));

/** Ends every job whose time has come, saves, and starts the pushes. Returns how many there were. */
export function runDueJobs(world: World): number {
  const due = allJobs(world).filter((job) => job.dueAt <= world.clock.now()).toSorted((a, b) => a.dueAt - b.dueAt);
  if (due.length === 0) return 0;
  const pushes = due.map((job) => job.run());
  world.save();
  for (const push of pushes) void world.pusher.track(push());
  return due.length;
}

/** When the next job is due; undefined when none waits. */
export const nextDueAt = (world: World): number | undefined => {
  const times = allJobs(world).map((job) => job.dueAt);
  return times.length > 0 ? Math.min(...times) : undefined;
};
