/** How often a property is tried: as often as this, or as SITREP_TEST_RUNS says, which `npm run fuzz` sets high. */
export const runs = (usual: number): number => Number(process.env.SITREP_TEST_RUNS ?? usual);
