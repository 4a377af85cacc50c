import { chartFormat } from '../../src/show/charts/chart-format.ts';
import { flowScene, tableOfFlow } from '../../src/show/charts/flow-chart.ts';
import { addFlowDrawing } from '../../src/show/charts/late-drawing.ts';
import { formatNumber, formatPercent } from '../../src/show/number-format.ts';
import { joinRange } from '../../src/show/amount-format.ts';
import type { Language } from '../../src/show/language.ts';
import type { ChartSpec, ValueFormat } from '../../src/show/charts/chart-spec.ts';
import { differenceOf, end, fanOf, link, monthsFrom, pinOf, vintageOf } from './made-up-figures.ts';

addFlowDrawing({ scene: flowScene, table: tableOfFlow });

/** Charts of every kind over made-up figures, in the order in which the gallery shows them. */
export function galleryOf(language: Language): Readonly<Record<string, ChartSpec>> {
  const say = (en: string, ja: string): string => (language === 'ja' ? ja : en);
  const months = monthsFrom(2026, 63);
  const perHundred: ValueFormat = {
    figure: (value) => formatPercent(value, { decimals: 0 }),
    range: (low, high) =>
      joinRange(
        [low, high].map((value) => formatNumber(value * 100, { decimals: 0 })),
        language,
      ) + '%',
  };
  const oneDecimal = (value: number): string => formatNumber(value, { decimals: 1 });
  const monthsOfOrders: ValueFormat = {
    figure: oneDecimal,
    range: (low, high) => joinRange([low, high].map(oneDecimal), language),
  };
  const scenario = fanOf(say('Plants slip', '工場の遅れ'), 'scenario', 1.2, 0.35, months.length);
  const baseline = fanOf(say('Baseline', '基準'), 'baseline', 0.6, -0.25, months.length);
  const assumptions = fanOf(say('Assumptions', '想定の変更'), 'assumptions', 0.9, 0.1, months.length);
  const years = monthsFrom(2021, 6).map((_, index) => `${2021 + index}-12`);
  const quarters = monthsFrom(2026, 33)
    .slice(9)
    .filter((_, index) => index % 3 === 0);
  return {
    fan: {
      kind: 'fan',
      title: say(
        'The shortage outlasts 2027 in 6 of 10 futures',
        '10通りの未来のうち6通りで、不足は2027年を越えて続く',
      ),
      subtitle: say('overdue GPU demand, months of orders', '未充足のGPU需要(月間需要の何か月分か)'),
      times: months,
      fans: [baseline, assumptions, scenario].map((fan) =>
        fan.role === 'scenario' ? fan : { ...fan, bands: [] },
      ),
      level: { value: 1, label: say('above one month: shortage', '1か月を超えると不足') },
      format: monthsOfOrders,
      asOf: '2026-09-30',
      maximum: 5,
    },
    pins: {
      kind: 'fan',
      title: say('Late memory keeps GPUs short longest', '不足が最も長引くのはメモリが遅れる場合'),
      subtitle: say(
        'overdue GPU demand, months of orders; pinned scenarios between the edges of 80 of 100',
        '未充足のGPU需要(月間需要の何か月分か)。固定したシナリオの点線は80通りの上端と下端',
      ),
      times: months,
      fans: [
        scenario,
        pinOf(1, say('Everything published so far', '公表されたすべての情報'), 0.6, -0.25, months.length),
        pinOf(2, say('HBM4 half a year late', 'HBM4が半年遅れる'), 1, 0.6, months.length),
        pinOf(3, say('All budgets, multiplied ×0.8', '全予算の倍率 ×0.8'), 1.1, -0.5, months.length),
        pinOf(4, say('Power energised late, 2 more', '電力の遅れ、他2件'), 0.8, 0.15, months.length),
      ],
      level: { value: 1, label: say('above one month: shortage', '1か月を超えると不足') },
      format: monthsOfOrders,
      asOf: '2026-09-30',
      maximum: 5,
    },
    difference: {
      kind: 'fan',
      title: say(
        'Late memory costs two months, lower budgets save one',
        'メモリの遅れは2か月増、予算減は1か月減',
      ),
      subtitle: say(
        'overdue GPU demand against this scenario, months of orders; median between the edges of 80 of 100',
        '未充足のGPU需要、現在のシナリオとの差(月間需要の何か月分か)。点線は80通りの上端と下端',
      ),
      times: months,
      fans: [
        differenceOf(1, say('HBM4 half a year late', 'HBM4が半年遅れる'), 0.035, months.length),
        differenceOf(2, say('All budgets, multiplied ×0.8', '全予算の倍率 ×0.8'), -0.02, months.length),
      ],
      level: { value: 0, label: say('this scenario', '現在のシナリオ') },
      format: {
        figure: (value) => formatNumber(value, { decimals: 1, signed: true }),
        range: (low, high) =>
          [low, high].map((value) => formatNumber(value, { decimals: 1, signed: true })).join(' … '),
      },
      asOf: '2026-09-30',
    },
    line: {
      kind: 'line',
      title: say('Capital expenditure beat guidance every year', '設備投資は毎年、会社見通しを上回った'),
      subtitle: say('USD, four largest buyers', '大手4社の合計、ドル'),
      times: years,
      lines: [
        {
          name: say('Reported', '実績'),
          values: [140, 152, 148, 230, 410, NaN].map((value) => value * 1e9),
          knowledge: 'observed',
        },
        {
          name: say('Guidance', '会社見通し'),
          values: [NaN, 145, 150, 190, 320, 520].map((value) => value * 1e9),
          knowledge: 'estimated',
        },
        {
          name: say('Model', 'モデル'),
          values: [135, 150, 155, 210, 380, 590].map((value) => value * 1e9),
          knowledge: 'modelled',
        },
      ],
      format: chartFormat(5e11, 'USD', language),
    },
    vintages: {
      kind: 'vintages',
      title: say('Each forecast of CoWoS capacity was raised', 'CoWoS能力の予測は出るたびに引き上げられた'),
      subtitle: say('wafers a month', '枚/月'),
      times: monthsFrom(2024, 36),
      vintages: [0, 8, 16, 24].map((start, index) =>
        vintageOf(start, 18000 + 9000 * index, 900 + 450 * index),
      ),
      observations: [0, 6, 12, 18, 24].map((month, index) => ({
        time: monthsFrom(2024, 36)[month] ?? '',
        value: 15000 + 12000 * index,
        low: 13500 + 11000 * index,
        high: 17000 + 13000 * index,
        knowledge: 'estimated',
      })),
      format: chartFormat(8e4, 'wafer/month', language),
    },
    area: {
      kind: 'area',
      title: say('GPUs still make up most of what is built', '作られるものの大半は依然としてGPU'),
      subtitle: say('packages a quarter, mean of futures', '四半期あたりのパッケージ数、未来の平均'),
      times: quarters,
      layers: [
        ['NVIDIA', 1.3, 0.09],
        ['Google', 0.5, 0.06],
        ['AWS', 0.35, 0.03],
        ['AMD', 0.12, 0.02],
        [say('Others', 'その他'), 0.08, 0.015],
      ].map(([name, start, rise]) => ({
        name: String(name),
        values: quarters.map((_, quarter) => (Number(start) + Number(rise) * quarter) * 1e6),
      })),
      format: chartFormat(3e6, 'package', language),
    },
    'heat-map': {
      kind: 'heat-map',
      title: say(
        'HBM binds until mid-2027, then leading-edge logic',
        'HBMの制約は2027年半ばまで、その後は先端ロジック',
      ),
      subtitle: say(
        'futures of 100 in which each input stops the next unit',
        '100通りの未来のうち、その投入財が次の1個を止める数',
      ),
      rows: ['HBM', 'CoWoS', say('N3 logic', 'N3ロジック'), say('Power', '電力'), say('Demand', '需要')].map(
        (name) => ({ name }),
      ),
      quarters,
      values: [
        [71, 73, 66, 52, 38, 30, 26, 22],
        [8, 7, 9, 13, 15, 14, 12, 10],
        [2, 4, 9, 18, 28, 33, 35, 36],
        [4, 4, 5, 6, 9, 13, 17, 21],
        [15, 12, 11, 11, 10, 10, 10, 0],
      ],
    },
    timeline: {
      kind: 'timeline',
      title: say('Two packaging plants open in 2027', '2027年に2つのパッケージング工場が稼働'),
      subtitle: say(
        'first output, median and 80 of 100 futures; wafers a month when full',
        '最初の出荷、中央値と100通り中80通り。フル稼働時の枚/月',
      ),
      from: '2026-01-01',
      to: '2030-01-01',
      asOf: '2026-09-30',
      items: [
        {
          id: 'ap8',
          name: 'TSMC AP8',
          texts: ['45k'],
          start: '2026-04-15',
          low: '2026-03-01',
          high: '2026-07-01',
          move: { months: 0, most: 44, said: say('as planned', '計画どおり') },
        },
        {
          id: 'ap7',
          name: 'TSMC AP7',
          texts: ['40k'],
          start: '2027-03-01',
          low: '2026-12-01',
          high: '2027-10-01',
          before: '2026-11-01',
          move: { months: 4, most: 37, said: say('4 months later', '4か月遅れ') },
        },
        {
          id: 'stsp',
          name: say('STSP, third phase', '南部科学園区 第3期'),
          texts: ['25k'],
          start: '2027-08-15',
          low: '2027-05-01',
          high: '2028-06-01',
          move: { months: 0, most: 28, said: say('as planned', '計画どおり') },
        },
        {
          id: 'az',
          name: say('Arizona packaging', 'アリゾナ(パッケージング)'),
          texts: ['15k'],
          start: '2029-02-01',
          low: '2028-06-01',
          high: '2029-12-01',
        },
      ],
    },
    flow: {
      kind: 'flow',
      title: say('Four buyers take three quarters of what is built', '4社が生産の4分の3を受け取る'),
      subtitle: say(
        'H100 equivalents in 2027, median and 80 of 100 futures',
        '2027年、H100換算、中央値と100通り中80通りの範囲',
      ),
      from: [
        end('NVIDIA', 13.0e6, 10.1e6, 17.2e6),
        end('Google', 3.9e6, 2.6e6, 5.4e6),
        end('AWS', 1.9e6, 1.1e6, 3.0e6),
        end('AMD', 0.7e6, 0.4e6, 1.2e6),
        end('Intel', 0.05e6, 0.01e6, 0.1e6),
        end('OpenAI', 0.02e6, 0, 0.2e6),
      ],
      to: [
        end('Microsoft', 4.5e6, 3.1e6, 6.2e6),
        end('Google', 4.1e6, 2.9e6, 5.9e6),
        end('Amazon', 3.5e6, 2.4e6, 5.1e6),
        end(say('Other clouds and states', 'その他のクラウドと国'), 4.0e6, 2.0e6, 6.6e6),
        end('Meta', 2.7e6, 1.8e6, 4.0e6),
        end('xAI', 0.8e6, 0.3e6, 1.7e6),
      ],
      links: [
        link(0, 0, 4.1e6),
        link(0, 1, 0.9e6),
        link(0, 4, 2.4e6),
        link(0, 2, 1.6e6),
        link(0, 3, 3.3e6),
        link(0, 5, 0.8e6),
        link(1, 1, 3.2e6),
        link(1, 3, 0.7e6),
        link(2, 2, 1.9e6),
        link(3, 0, 0.4e6),
        link(3, 4, 0.3e6),
        link(4, 3, 0.05e6),
        link(5, 3, 0.02e6),
      ],
      format: chartFormat(5e6, 'H100e', language),
    },
    bars: {
      kind: 'bars',
      title: say('NVIDIA takes most of the packaging', 'パッケージングの大半はNVIDIA向け'),
      subtitle: say(
        'wafers a month in 2026, median and 80 of 100 futures',
        '2026年の枚/月、中央値と100通り中80通り',
      ),
      bars: [
        { name: 'NVIDIA Rubin', value: 51000, low: 42000, high: 63000, isAccent: true },
        {
          name: say('Google TPU v7 and v8, own use and for sale', 'Google TPU v7・v8(自社利用と外販)'),
          value: 18000,
          low: 14000,
          high: 24000,
        },
        { name: 'AMD MI400', value: 7000, low: 4100, high: 9800 },
        { name: 'AWS Trainium3', value: 0, low: 0, high: 2100 },
      ],
      format: chartFormat(5e4, 'wafer/month', language),
    },
    columns: {
      kind: 'columns',
      title: say(
        'Outcomes came out above the middle of the forecast too often',
        '結果は予測の中央より上に出すぎた',
      ),
      subtitle: say(
        'share of outcomes by the place they took in their forecast',
        '予測分布のどこに結果が出たか(割合)',
      ),
      across: say('place in the forecast’s distribution', '予測分布の中の位置'),
      columns: [0.04, 0.06, 0.07, 0.08, 0.09, 0.1, 0.12, 0.13, 0.15, 0.16].map((value, index) => ({
        name: `${index * 10}–${(index + 1) * 10}%`,
        value,
      })),
      format: perHundred,
      level: { value: 0.1, label: say('as many as should be', '本来の割合') },
    },
    tornado: {
      kind: 'tornado',
      title: say('The answer hinges on buyers’ budgets', '結論を左右するのは買い手の予算'),
      subtitle: say(
        'probability of shortage at the end of 2027, each input at its 10th and 90th percentile',
        '2027年末に不足する確率。入力を一つずつP10とP90に置いたとき',
      ),
      base: { value: 0.58, label: say('58 in 100', '100通り中58通り') },
      swings: [
        {
          name: say('Budgets beyond guidance', '会社見通しを超える予算'),
          low: 0.25,
          high: 0.81,
          lowInput: '−10%',
          highInput: '+35%',
        },
        { name: say('Memory per wafer', 'ウエハ当たりのメモリ'), low: 0.77, high: 0.32 },
        { name: say('Unmet share at the start', '開始時の未充足割合'), low: 0.4, high: 0.7 },
        { name: say('Plants open later', '工場稼働の遅れ'), low: 0.44, high: 0.63, isAccent: true },
        { name: say('Price elasticity', '価格弾力性'), low: 0.47, high: 0.6 },
      ],
      format: perHundred,
    },
    intervals: {
      kind: 'intervals',
      title: say('Four of six outcomes fell into their range', '6件の結果のうち4件が幅に入った'),
      subtitle: say('forecasts made in February 2025, units', '2025年2月の予測、個'),
      scale: 'log',
      items: [
        {
          group: 'NVIDIA',
          name: say('2025', '2025年'),
          median: 5.1e6,
          inner: [4.4e6, 5.9e6],
          outer: [3.9e6, 6.6e6],
          outcome: { value: 5.6e6, knowledge: 'estimated', low: 5.1e6, high: 6.2e6 },
        },
        {
          group: 'NVIDIA',
          name: say('2026, first half', '2026年上期'),
          median: 3.2e6,
          inner: [2.6e6, 3.9e6],
          outer: [2.1e6, 4.8e6],
          outcome: { value: 4.1e6, knowledge: 'estimated' },
        },
        {
          group: 'Google',
          name: say('2025', '2025年'),
          median: 1.6e6,
          inner: [1.4e6, 1.9e6],
          outer: [1.1e6, 2.3e6],
          outcome: { value: 2.9e6, knowledge: 'observed' },
        },
        {
          group: 'Google',
          name: say('2026, first half', '2026年上期'),
          median: 1.1e6,
          inner: [0.9e6, 1.4e6],
          outer: [0.6e6, 1.9e6],
          outcome: { value: 1.3e6, knowledge: 'observed' },
        },
        {
          group: 'AMD',
          name: say('2025', '2025年'),
          median: 0.42e6,
          inner: [0.36e6, 0.5e6],
          outer: [0.3e6, 0.6e6],
          outcome: { value: 0.27e6, knowledge: 'estimated' },
        },
        {
          group: 'AMD',
          name: say('2026, first half', '2026年上期'),
          median: 0.3e6,
          inner: [0.22e6, 0.38e6],
          outer: [0.16e6, 0.5e6],
          outcome: { value: 0.33e6, knowledge: 'estimated' },
        },
      ],
      format: chartFormat(5e6, 'unit', language),
    },
  };
}
