import type { Catalogue } from '../model/catalogue.ts';
import { channelName } from '../model/catalogue.ts';
import type { SeriesMember } from './series-catalogue.ts';

/** Who delivers to whom. */
export interface Sale {
  readonly designer: string;
  readonly buyer: string;
}

const BETWEEN = ' to ';

/** Name of a member of the dimension `designer-buyer`: `NVIDIA to microsoft`. */
export function saleName({ designer, buyer }: Sale): string {
  return `${designer}${BETWEEN}${buyer}`;
}

/** Designer and buyer of such a member; undefined where the name is none. No id of a buyer holds a space. */
export function saleOf(member: string): Sale | undefined {
  const at = member.lastIndexOf(BETWEEN);
  if (at < 0) return undefined;
  return { designer: member.slice(0, at), buyer: member.slice(at + BETWEEN.length) };
}

/**
 * A member for every designer and every buyer that it may sell to, as the sum of a family over the designer’s lines. The
 * model decides by line and buyer in USD, and each buyer gets the line’s mix of products (MODEL.md, sector 6); so
 * `family` is one over sales. Over buyers the members sum to the designer’s, over designers to the buyer’s.
 */
export function saleMembers({ lines, buyers }: Catalogue, family: string): SeriesMember[] {
  const designers = [...new Set(lines.map(({ designer }) => designer))];
  return designers.flatMap((designer) =>
    buyers.flatMap(({ id: buyer }): SeriesMember[] => {
      const selling = lines.filter((line) => line.designer === designer && line.buyers.includes(buyer));
      if (selling.length === 0) return [];
      const scalars = selling.map((line) => `${family}[${channelName(line.id, buyer)}]`);
      return [{ member: saleName({ designer, buyer }), scalars, factor: 1 }];
    }),
  );
}
