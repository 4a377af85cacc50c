import type { Dimension, ModelBuilder } from '../engine/index.ts';
import type { Catalogue, CatalogueProduct, Line } from './catalogue.ts';
import {
  channelName,
  logicNodes,
  memoryGenerations,
  memoryMakers,
  packageInputs,
  simulatedYears,
} from './catalogue.ts';

/** The model's dimensions and the look-ups between them, shared by every sector. */
export interface Sets {
  readonly catalogue: Catalogue;
  readonly product: Dimension;
  readonly line: Dimension;
  readonly buyer: Dimension;
  readonly channel: Dimension;
  readonly plant: Dimension;
  /** Who books packaging. */
  readonly booking: Dimension;
  readonly maker: Dimension;
  readonly generation: Dimension;
  readonly node: Dimension;
  readonly input: Dimension;
  /** Year ends from the one before the run: knots of capacity paths. */
  readonly yearEnd: Dimension;
  readonly year: Dimension;
  productOf(id: string): CatalogueProduct;
  lineOf(id: string): Line;
  productsOf(line: string): readonly string[];
  channelsOfLine(line: string): readonly string[];
  channelsOfBuyer(buyer: string): readonly string[];
  channelLine(channel: string): string;
  channelBuyer(channel: string): string;
}

export function declareSets(m: ModelBuilder, catalogue: Catalogue): Sets {
  const years = simulatedYears(catalogue);
  const base = String(catalogue.startYear - 1);
  const productById = new Map(catalogue.products.map((product) => [product.id, product]));
  const lineById = new Map(catalogue.lines.map((line) => [line.id, line]));
  const channels = catalogue.lines.flatMap((line) =>
    line.buyers.map((buyer) => ({ name: channelName(line.id, buyer), line: line.id, buyer })),
  );
  const channelByName = new Map(channels.map((channel) => [channel.name, channel]));
  return {
    catalogue,
    product: m.dimension(
      'product',
      catalogue.products.map((product) => product.id),
    ),
    line: m.dimension(
      'line',
      catalogue.lines.map((line) => line.id),
    ),
    buyer: m.dimension(
      'buyer',
      catalogue.buyers.map((buyer) => buyer.id),
    ),
    channel: m.dimension(
      'channel',
      channels.map((channel) => channel.name),
    ),
    plant: m.dimension(
      'plant',
      catalogue.plants.map((plant) => plant.id),
    ),
    booking: m.dimension('booking', [...new Set(catalogue.lines.map((line) => line.booking))]),
    maker: m.dimension('maker', [...memoryMakers]),
    generation: m.dimension('generation', [...memoryGenerations]),
    node: m.dimension('node', [...logicNodes]),
    input: m.dimension('input', [...packageInputs]),
    yearEnd: m.dimension('year end', [base, ...years]),
    year: m.dimension('year', years),
    productOf: (id) => found(productById.get(id), id),
    lineOf: (id) => found(lineById.get(id), id),
    productsOf: (line) => found(lineById.get(line), line).products,
    channelsOfLine: (line) =>
      channels.filter((channel) => channel.line === line).map((channel) => channel.name),
    channelsOfBuyer: (buyer) =>
      channels.filter((channel) => channel.buyer === buyer).map((channel) => channel.name),
    channelLine: (channel) => found(channelByName.get(channel), channel).line,
    channelBuyer: (channel) => found(channelByName.get(channel), channel).buyer,
  };
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`not in the catalogue: ${name}`);
  return value;
}
