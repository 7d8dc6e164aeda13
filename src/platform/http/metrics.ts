import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const machines = new BlockList();
machines.addSubnet('127.0.0.0', 8);
machines.addSubnet('10.0.0.0', 8);
machines.addSubnet('172.16.0.0', 12);
machines.addSubnet('192.168.0.0', 16);
machines.addAddress('::1', 'ipv6');
machines.addSubnet('fc00::', 7, 'ipv6');

/** Prometheus metrics at `/metrics`, for machines of the own network only; others get 404. */
export function registerMetrics(server: FastifyInstance): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'motcua_http_request_seconds',
    help: 'Time to answer, by method, pattern of the address and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routePattern, status: String(reply.statusCode) };
    duration.observe(labels, reply.elapsedTime / 1000);
  });
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isOwnNetwork(request.ip)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  return registry;
}

function isOwnNetwork(ip: string): boolean {
  const address = ip.replace(/^::ffff:/, '');
  return machines.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
