const instances = globalThis as typeof globalThis & { purserInstances?: Map<string, unknown> };

/**
 * One instance per process, made on first use and kept on `globalThis`, so that importing a module connects to
 * nothing and a hot reload does not open a second connection.
 */
export function lazy<Value>(name: string, create: () => Value): () => Value {
  return () => {
    instances.purserInstances ??= new Map();
    if (!instances.purserInstances.has(name)) instances.purserInstances.set(name, create());
    return instances.purserInstances.get(name) as Value;
  };
}
