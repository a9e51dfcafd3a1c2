import { AlarmsResolver } from './alarms-resolver.js';

/** This module's part of the GraphQL schema. */
export const alarmsResolvers = [AlarmsResolver] as const;

export { findHealth, type SystemHealth } from './alarms-resolver.js';
export { findProblems } from './find-problems.js';
export type { Problem } from './problem.js';
export { AlarmRaised, alarmClosedDestination, alarmExpiringRights, alarmLatePublication, alarmUndelivered, raiseAlarm, watchForTrouble, type Alarm } from './alarm.js';
export { configureAlarms, readAlarmSettings, type AlarmSettings } from './alarm-settings.js';
export { mailAlarm, postAlarm } from './tell-alarm.js';
