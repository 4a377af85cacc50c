import type { guidanceEn } from './guidance-en.ts';

/** 設備投資の会社見通しと実績。 */
export const guidanceJa: Readonly<Record<keyof typeof guidanceEn, string>> = {
  'guidance.option': '大手の買い手の設備投資：会社見通しと実績の対比',
  'guidance.example': '設備投資の会社見通しはどれだけ上回られたか',
  'guidance.head': '設備投資：会社見通しと実績 ・ {date}時点',
  'guidance.last':
    '大手の買い手が見通しを示した{count}年度のうち*{above}年度*で、設備投資の実績は最後の見通しを上回りました。',
  'guidance.first':
    '年度末の半年以上前に示された{count}件のうち{above}件では最初の見通しも上回り、差の中央値は{over}です。',
  'guidance.none': 'この日までに、大手の買い手が見通しを示した年度の実績はまだ報告されていません。',
  'guidance.column.year': '年度',
  'guidance.column.guided': '会社見通し',
  'guidance.column.reported': '実績',
  'guidance.column.first': '最初の\n見通し比',
  'guidance.column.last': '最後の\n見通し比',
  'guidance.place.above': '{over}（上）',
  'guidance.place.within': '{over}（内）',
  'guidance.place.below': '{over}（下）',
  'guidance.how':
    '会社が示した、または会社の話として報じられた通年の見通しのうち、年度末より前に公表されたもの。見通し比は実績÷見通しの中央−1。上・内・下は、実績が見通しの幅より上か、幅の内か、下か。最初の見通しは、年度末の半年以上前に示されたものだけを数えます。情報源により集計基準が異なる場合は、報告値の中央値を用います。',
  'guidance.model': 'モデルの想定（暦年）は chokepoint series capex --by buyer --period year で表示します。',
};
