import { type Dataset, dataset } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import { datasetOfFormat } from './formats/index.ts';

/** The dataset with an id. */
export type DescribeDataset = (id: string) => Dataset;

const members = Object.keys(dataset.shape);
const onlyMembers = (described: Dataset): Dataset =>
  Object.fromEntries(
    Object.entries(described).filter(([key, value]) => members.includes(key) && value !== undefined),
  ) as Dataset;

/**
 * Describes the datasets that the ids of records name: as their file does, completed by what is stored and by what the
 * known formats say; “not stated” is what nobody says.
 */
export async function datasetDescriber(
  incidents: Pick<Incidents, 'coverage'>,
  inFile: readonly Dataset[] = [],
): Promise<DescribeDataset> {
  const { datasets: stored } = await incidents.coverage();
  const told = [inFile, stored].map((list) => new Map(list.map((one) => [one.id, onlyMembers(one)])));
  return (id) => {
    const [file, store] = told.map((list) => list.get(id));
    const undescribed = { id, name: id, licence: 'not stated', citation: 'not stated' };
    return { ...undescribed, ...datasetOfFormat(id), ...store, ...file };
  };
}
