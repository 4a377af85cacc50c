import type { Catalogue } from './catalogue.ts';
import type { LeverBook } from './lever-draft.ts';
import { assumption, date, delay, factor, share, text } from './lever-draft.ts';
import { buyerText, lineText } from './member-names.ts';

/** Levers on budgets and on what is bought with them. */
export function demandLevers(book: LeverBook, catalogue: Catalogue, start: string): void {
  budgetLevers(book, catalogue);
  book.add(
    'demand.all',
    factor([0.75, 1.25]),
    ['demand factor'],
    text('All due demand, multiplied', '全需要の倍率'),
    text(
      'Deliveries cannot identify demand, so its level is uncertain by a quarter and more',
      '出荷から需要は特定できず、水準は4分の1以上不確か',
    ),
  );
  book.add(
    'demand.initial-gap',
    share(0, 0.8),
    ['initial gap'],
    text('Unmet share at the start', '開始時の未充足率'),
    text('Stated gaps run from nothing to a third', '公表された不足は0から3分の1'),
  );
  book.add(
    'demand.initial-overdue',
    assumption('month', 0, 24),
    catalogue.lines.filter((line) => line.merchant).map((line) => `initial overdue[${line.id}]`),
    text('Months of merchant deliveries overdue at the start', '開始時の外販品の遅延月数'),
    text('Stated lead times are order books, not lateness', '公表リードタイムは受注残で遅延ではない'),
  );
  book.add(
    'demand.cancellation',
    share(0, 0.5),
    ['cancellation'],
    text('Share of overdue orders cancelled in a month', '月間キャンセル率'),
    text('No source', '出典なし'),
  );
  book.add(
    'demand.price-elasticity',
    assumption('1', 0, 2),
    ['price elasticity'],
    text('Price elasticity', '価格弾力性'),
    text('None found for accelerators; one is a fixed budget', 'アクセラレータの実証なし。1は固定予算'),
  );
  efficiencyLevers(book, start);
  orderLevers(book);
  book.add(
    'demand.bust-depth',
    factor([0, 0.6], { default: 0, maximum: 1, isShare: true }),
    ['bust depth'],
    text('Share of all budgets lost in a bust', '崩壊で失われる予算の割合'),
    text('Zero: no bust. How deep one would go is assumed; no source', '0は崩壊なし。深さは想定で出典なし'),
  );
  book.add(
    'demand.bust-month',
    date(start),
    ['bust start'],
    text('Month of the bust', '崩壊の月'),
    text('It takes half a year to unfold', '半年かけて進む'),
  );
}

function orderLevers(book: LeverBook): void {
  book.add(
    'demand.over-ordering',
    factor([0, 0.5], { default: 0, maximum: 3 }),
    ['over-ordering'],
    text('Elasticity of orders to the share of requests filled', '充足率に対する発注の弾力性（水増し発注）'),
    text(
      'Off: that it happens is documented (beer-game studies), how much is not; a half doubles orders at a fill of one quarter',
      '既定は無効。現象は実験研究で確認されるが大きさは不明。0.5なら充足率4分の1で発注2倍',
    ),
  );
  book.add(
    'demand.over-ordering-cap',
    assumption('1', 1, 25),
    ['over-ordering cap'],
    text('Largest orders over need', '必要量に対する発注の上限倍率'),
    text(
      'Assumed; a fifth of players in experiments ordered far more',
      '想定。実験では2割の参加者がはるかに多く発注',
    ),
  );
  book.add(
    'demand.substitution',
    assumption('1', 0, 3),
    ['substitution elasticity'],
    text('Elasticity of a line’s weight to its cost per H100e', 'H100換算当たり費用に対する選好の弾力性'),
    text('No estimate found; software and contracts hold buyers', '推定値なし。ソフトと契約が買い手を縛る'),
  );
  book.add(
    'demand.substitution-by-waiting',
    assumption('1/month', 0, 1),
    ['substitution by waiting'],
    text('Loss of a line’s weight per month of waiting', '待ち1か月当たりの選好低下'),
    text('No source', '出典なし'),
  );
  book.add(
    'demand.substitution-time',
    assumption('month', 1, 120),
    ['substitution time'],
    text('Time over which buyers move to other chips', '他のチップへ移る期間'),
    text('New programmes take two to three years', '新計画は2〜3年を要する'),
  );
}

function budgetLevers(book: LeverBook, catalogue: Catalogue): void {
  const guided = text('Guides of 2025 were beaten by about 30%', '2025年の指針は約3割上回られた');
  const unguided = text(
    'No guidance: neoclouds and states have grown by nothing to a doubling',
    '指針なし。新興クラウドや政府の伸びは0から倍増まで',
  );
  book.add(
    'capex.all',
    factor([0.8, 1.3]),
    ['capex factor, all'],
    text('All budgets, multiplied', '全予算の倍率'),
    guided,
  );
  for (const buyer of catalogue.buyers) {
    const name = buyerText(buyer);
    book.add(
      `capex.${buyer.id}`,
      factor(buyer.guided ? [0.8, 1.3] : [0.5, 2]),
      [`capex factor[${buyer.id}]`],
      text(`Budget of ${name.en}, multiplied`, `${name.ja}の予算の倍率`),
      buyer.guided ? guided : unguided,
    );
  }
}

function efficiencyLevers(book: LeverBook, start: string): void {
  const common = text(
    'Above one spending rises with efficiency (rebound), below one it falls; no agreed value',
    '1を超えると効率化で支出増（リバウンド）、下回れば減。定説なし',
  );
  book.add(
    'demand.efficiency-gain',
    factor([1, 10], { minimum: 0.1, maximum: 100 }),
    ['efficiency gain'],
    text('Compute per task falls by this factor', '作業当たり計算量の低減倍率'),
    text('DeepSeek-V3 was said to cost a tenth and less', 'DeepSeek-V3は10分の1以下とされた'),
  );
  book.add(
    'demand.efficiency-month',
    date(start),
    ['efficiency start'],
    text('Month of the efficiency gain', '効率化の月'),
    text('Catch-up training takes the gain at once', '後追い学習はただちに効率化'),
  );
  book.add(
    'demand.efficiency-spread',
    assumption('month', 0, 60),
    ['efficiency spread'],
    text('Time in which frontier training and inference take the gain', '先端学習と推論への普及期間'),
    text(
      'No source: months where code is open, longer for serving fleets',
      '出典なし。コード公開なら数か月、推論設備ではより長い',
    ),
  );
  book.add(
    'demand.efficiency-elasticity',
    assumption('1', 0, 3),
    [
      'efficiency elasticity',
      'training efficiency elasticity[frontier training]',
      'training efficiency elasticity[catch-up training]',
    ],
    text('Elasticity of demand to efficiency, all parts', '効率に対する需要の弾力性（全用途）'),
    common,
  );
  for (const [path, input, name] of [
    ['inference', 'efficiency elasticity', text('inference', '推論')],
    [
      'frontier-training',
      'training efficiency elasticity[frontier training]',
      text('frontier training', '先端学習'),
    ],
    [
      'catch-up-training',
      'training efficiency elasticity[catch-up training]',
      text('catch-up training', '後追い学習'),
    ],
  ] as const)
    book.add(
      `demand.${path}.elasticity`,
      assumption('1', 0, 3),
      [input],
      text(`Elasticity of ${name.en} to efficiency`, `効率に対する${name.ja}の弾力性`),
      common,
    );
  for (const [path, name] of [
    ['frontier-training', text('frontier training', '先端学習')],
    ['catch-up-training', text('catch-up training', '後追い学習')],
  ] as const)
    book.add(
      `demand.${path}.share`,
      share(0, 1),
      [`${name.en} share`],
      text(`Share of ${name.en} in compute bought at the start`, `開始時の計算資源に占める${name.ja}の比率`),
      text(
        'Epoch AI: OpenAI spent 5 of 7 billion USD of 2024 on research and training; others are not published',
        'Epoch AI：オープンAIは2024年の70億ドル中50億ドルを研究・学習に。他社は非公表',
      ),
    );
}

/** Levers on who makes the chips that buyers choose between. */
export function programmeLevers(book: LeverBook, catalogue: Catalogue, start: string): void {
  for (const line of catalogue.lines) {
    const name = lineText(line);
    book.add(
      `programme.${line.id}`,
      factor([0.5, 2]),
      [`programme factor[${line.id}]`],
      text(`Appeal of chips by ${name.en}, multiplied`, `${name.ja}製チップの選好の倍率`),
      text(
        'Range assumed: shares of own chips are not published; zero ends the programme',
        '幅は想定。自社チップの比率は非公表。0は計画の終了',
      ),
    );
  }
  for (const line of catalogue.lines) {
    if (line.designer === 'NVIDIA') continue;
    const name = lineText(line);
    book.add(
      `programme.${line.id}.delay`,
      delay([-6, 24], { minimum: -36 }),
      [`programme delay[${line.id}]`],
      text(
        `Months by which growth and new programmes of ${name.en} come later`,
        `${name.ja}の伸びと新計画の遅れ（月）`,
      ),
      text(
        'First chips have come a year and more late; the range is assumed',
        '初代チップは1年以上遅れた例がある。幅は想定',
      ),
    );
    for (const buyer of line.buyers) {
      const at = buyerText(
        catalogue.buyers.find(({ id }) => id === buyer) ?? { id: buyer, name: buyer, guided: false },
      );
      book.add(
        `programme.${line.id}.${buyer}.share`,
        share(0, 2),
        [`programme share[${line.id} to ${buyer}]`],
        text(
          `What a new programme of ${name.en} adds at ${at.en}, over its accelerator budget`,
          `${at.ja}における${name.ja}新計画の上積み（アクセラレータ予算比）`,
        ),
        text(
          'Announced contracts in gigawatts; announced is not built',
          '発表された契約（GW）。発表は建設ではない',
        ),
      );
      book.add(
        `programme.${line.id}.${buyer}.start`,
        date(start, null),
        [`programme start[${line.id} to ${buyer}]`],
        text(
          `First orders of the new programme of ${name.en} at ${at.en}`,
          `${at.ja}における${name.ja}新計画の発注開始`,
        ),
        text(
          'Announced dates; nothing where no new programme is known',
          '発表された時期。新計画がなければ無効',
        ),
      );
    }
  }
  book.add(
    'programme.ramp',
    assumption('month', 1, 120),
    ['programme ramp'],
    text('First orders to full share of a new programme', '新計画の発注開始から本格量産まで'),
    text('Two to three years', '2〜3年'),
  );
  book.add(
    'programme.own-chip-drift',
    assumption('1/month', -0.1, 0.1),
    catalogue.lines.filter((line) => !line.merchant).map((line) => `own-chip drift[${line.id}]`),
    text('Logarithmic monthly drift of the weight of own chips', '自社チップの重みの月間対数変化'),
    text('Up 15% a year, give or take 25', '年15%増、±25%'),
  );
  for (const product of catalogue.products)
    book.add(
      `product.${product.id}.delay`,
      delay([0, 9]),
      [`product delay[${product.id}]`],
      text(`Delay of ${product.name}`, `${product.name}の遅れ`),
      text('Products have slipped by a quarter and more', '製品は四半期以上遅れた前例がある'),
    );
}
