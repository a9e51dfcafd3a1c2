import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** This process's Prometheus registry, served at /metrics. */
export const registry = new Registry();

/** The kernel's own figures; modules add theirs to `registry`. */
export const metrics = {
  httpSeconds: new Histogram({ name: 'yici_http_request_seconds', help: 'Seconds per HTTP request', labelNames: ['route', 'method', 'status'], registers: [registry], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10] }),
  jobSeconds: new Histogram({ name: 'yici_job_seconds', help: 'Seconds per job attempt', labelNames: ['job', 'outcome'], registers: [registry], buckets: [0.01, 0.1, 1, 10, 60] }),
  cacheResets: new Counter({ name: 'yici_entity_cache_resets_total', help: 'Times the change stream broke and caches were emptied', registers: [registry] }),
};

/** Adds Node's own figures; once per process. */
export const collectProcessMetrics = (): void => collectDefaultMetrics({ register: registry, prefix: 'yici_' });

export { Counter, Gauge, Histogram };
