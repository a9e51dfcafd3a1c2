import { findLatePublications, type LatePublication } from '../content/index.js';
import { findDistributionProblems, type DestinationProblem } from '../distribution/index.js';
import { JobModel, OutboxModel, type Services } from '../kernel/index.js';
import { findExpiredMedia, findStalledFilms, type ExpiredMedia, type StalledFilms } from '../media/index.js';
import type { Problem } from './problem.js';

/** Everything that is wrong now, the worst first. A handful of indexed reads. */
export async function findProblems({ now: clock }: Pick<Services, 'now'>): Promise<Problem[]> {
  const now = clock();
  const [destinations, late, films, expired, backlog, dead] = await Promise.all([findDistributionProblems(now), findLatePublications(now), findStalledFilms(), findExpiredMedia(now), findBacklog(now), findDeadJobs()]);
  const problems = [...late.map((one) => latePublication(one, now)), ...destinations.flatMap((one) => atDestination(one, now)), ...(films ? [stalledFilms(films)] : []), ...expired.map(expiredMedia), ...backlog, ...dead];
  return problems.sort((a, b) => Number(b.grade === 'trouble') - Number(a.grade === 'trouble'));
}

const minutes = (since: Date, now: Date): number => Math.max(1, Math.round((now.getTime() - since.getTime()) / 60_000));

const latePublication = ({ contentId, title, dueAt }: LatePublication, now: Date): Problem => ({
  kind: 'publication.late', grade: 'trouble', subject: contentId, since: dueAt,
  zh: `《${title}》应在 ${minutes(dueAt, now)} 分钟前定时发布，还没有发出。请检查后台进程（worker）是否在运行，或立即手动发布。`,
  en: `"${title}" should have been published ${minutes(dueAt, now)} minutes ago. See whether a worker runs, or publish it by hand.`,
});

const stalledFilms = ({ count, since, reason }: StalledFilms): Problem => ({
  kind: 'video.toolsMissing', grade: 'attention', subject: 'ffmpeg', since,
  zh: `有 ${count} 个视频在等待处理：服务器上没有可用的 ffmpeg（${reason}）。请安装 ffmpeg 4.4 或更高版本，装好后会自动继续；其他功能不受影响。`,
  en: `${count} films wait: there is no usable ffmpeg on the workers (${reason}). Install ffmpeg 4.4 or later; work then goes on by itself, and nothing else is affected.`,
});

// Entered by the clock when a right ends, and there until somebody has acted.
const expiredMedia = ({ assetId, filename, endedAt }: ExpiredMedia): Problem => ({
  kind: 'asset.rightsEnded', grade: 'attention', subject: assetId, since: endedAt,
  zh: `已发布的内容仍在使用「${filename}」，而它的使用权已到期。请续期、替换文件，或更正稿件并移除它。`,
  en: `Published content still uses "${filename}", and the right to use it has ended. Prolong it, replace the file, or correct the content without it.`,
});

/** What is wrong at one destination, one sentence each. Pure. */
export function atDestination({ destinationId: subject, name, overdueSince, stuck, closedReason, failingSince, lastMessage }: DestinationProblem, now: Date): Problem[] {
  return [
    ...(overdueSince ? [{
      kind: 'delivery.overdue', grade: 'trouble' as const, subject, since: overdueSince,
      zh: `「${name}」有稿件 ${minutes(overdueSince, now)} 分钟前就该发出，还在等待。请检查后台进程（worker）是否在运行，并发数和频率限制是否太低。`,
      en: `"${name}": a delivery has been due for ${minutes(overdueSince, now)} minutes. See whether a worker runs, and whether its concurrency or rate is set too low.`,
    }] : []),
    ...(closedReason !== undefined ? [{
      kind: 'destination.closed', grade: 'attention' as const, subject,
      zh: `「${name}」已停用${closedReason ? `：${closedReason}` : ''}。修复后请测试连接、启用，再批量重发。`,
      en: `"${name}" is closed${closedReason ? `: ${closedReason}` : ''}. Once mended, test the connection, activate it and replay what it missed.`,
    }] : []),
    ...(failingSince ? [{
      kind: 'destination.failing', grade: 'attention' as const, subject, since: failingSince,
      zh: `「${name}」已连续失败 ${minutes(failingSince, now)} 分钟：${lastMessage}。会自动重试；持续 5 天将停用。`,
      en: `"${name}" has been failing for ${minutes(failingSince, now)} minutes: ${lastMessage}. It is tried again by itself, and closed after five days.`,
    }] : []),
    ...(stuck > 0 ? [{
      kind: 'delivery.stuck', grade: 'attention' as const, subject,
      zh: `「${name}」有 ${stuck} 条分发等人处理（被拒、多次失败或结果不明）。请在分发台账中逐条查看原因。`,
      en: `Deliveries of "${name}" that wait for a person (refused, given up or unclear): ${stuck}. See the ledger for each one's reason.`,
    }] : []),
  ];
}

/** Jobs and events that nobody takes up. A minute is usual under load, five are not. */
const backlogAfterMs = 5 * 60_000;

async function findBacklog(now: Date): Promise<Problem[]> {
  const before = new Date(now.getTime() - backlogAfterMs);
  const [job, event] = await Promise.all([
    JobModel.findOne({ state: 'waiting', dueAt: { $lt: before } }, { name: 1, dueAt: 1 }).sort({ dueAt: 1 }).lean<{ name: string; dueAt: Date }>(),
    OutboxModel.findOne({ dispatchedAt: null, at: { $lt: before } }, { name: 1, at: 1 }).hint('waiting').sort({ _id: 1 }).lean<{ name: string; at: Date }>(),
  ]);
  return [
    ...(job ? [{
      kind: 'job.overdue', grade: 'trouble' as const, subject: job.name, since: job.dueAt,
      zh: `后台任务「${job.name}」已等待 ${minutes(job.dueAt, now)} 分钟。请检查后台进程（worker）是否在运行。`, en: `The job "${job.name}" has been waiting for ${minutes(job.dueAt, now)} minutes. See whether a worker runs.`,
    }] : []),
    ...(event ? [{
      kind: 'event.overdue', grade: 'trouble' as const, subject: event.name, since: event.at,
      zh: `事件「${event.name}」已等待 ${minutes(event.at, now)} 分钟没有派发。请检查后台进程（worker）是否在运行、版本是否一致。`, en: `The event "${event.name}" has been waiting for ${minutes(event.at, now)} minutes. See whether a worker runs, of this version.`,
    }] : []),
  ];
}

async function findDeadJobs(): Promise<Problem[]> {
  const dead = await JobModel.aggregate<{ _id: string; count: number; lastError?: string; since?: Date }>([
    { $match: { state: 'dead' } }, { $sort: { finishedAt: -1 } }, { $group: { _id: '$name', count: { $sum: 1 }, lastError: { $first: '$lastError' }, since: { $min: '$finishedAt' } } }, { $sort: { _id: 1 } }, { $limit: 100 },
  ]);
  return dead.map(({ _id, count, lastError = '', since }) => ({
    kind: 'job.dead', grade: 'trouble', subject: _id, ...(since ? { since } : {}),
    zh: `后台任务「${_id}」有 ${count} 个多次失败后被放弃：${lastError.slice(0, 200)}。请联系管理员查看日志。`, en: `${count} jobs "${_id}" were given up: ${lastError.slice(0, 200)}. An administrator should look into the log.`,
  }));
}
