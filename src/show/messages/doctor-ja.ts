import type { doctorEn } from './doctor-en.ts';

/** `doctor` の答え。 */
export const doctorJa: Readonly<Record<keyof typeof doctorEn, string>> = {
  'command.doctor': 'この環境で正しく速く動くかを調べる(結果や速さがおかしいとき)',
  'doctor.example.plain': '環境、ビルド、数字、どの計算方法でも同じ結果になるか',
  'doctor.example.json': '不具合の報告に添える',
  'doctor.progress': '調べています…',

  'doctor.head.well': 'Chokepoint {version} はこの環境で正しく動いています。',
  'doctor.head.slower': 'Chokepoint {version} はこの環境で正しい答えを出しますが、もっと速くできます。',
  'doctor.head.wrong': 'Chokepoint {version} はこの環境で正しく動いていません。',
  'doctor.column.check': '項目',
  'doctor.column.state': '状態',
  'doctor.column.found': '調べた結果',
  'doctor.state.well': '正常',
  'doctor.state.slower': '低速',
  'doctor.state.wrong': '異常',

  'doctor.check.machine': '環境',
  'doctor.check.vectors': 'ベクトル命令',
  'doctor.check.build': 'ビルド',
  'doctor.check.figures': '数字',
  'doctor.check.scenarios': 'シナリオ',
  'doctor.check.backends': '演算',
  'doctor.check.workers': 'スレッド',

  'doctor.machine':
    'Node.js {node}({platform})、同時に動くスレッド{threads}本、メモリ{gigabytes} GB(10万通りの未来で約0.3 GB使用)',
  'doctor.vectors.webassembly': '未来はWebAssemblyのベクトル命令で計算されます',
  'doctor.vectors.javascript':
    'この環境のWebAssemblyにはベクトル命令がないため、JavaScriptで計算します。数字は同じですが時間がかかります。Node 20.19以降なら、無効にするオプションを付けないかぎり使えます',
  'doctor.build.these':
    'この数字から作られています。最初の答えは、想定分布もモデルも用意済みの状態から始まります',
  'doctor.build.others':
    'dataにある数字や想定とは別のものから作られています。答えは正しいものの、出始めるまで時間がかかります。作り直すには npm run build',
  'doctor.build.none':
    '用意されたものがないため、答えるたびに想定分布とモデルを作ります。作っておくには npm run build',
  'doctor.figures': '{rows}行と想定{assumptions}件をすべて読めました',
  'doctor.figures.wrong': '読めません。パッケージから入れ直してください',
  'doctor.scenarios': '付属シナリオ{shipped}件のうち{valid}件が有効です',
  'doctor.backends.same': '{draws}通りの未来が、WebAssemblyとJavaScriptで最後の1ビットまで一致しました',
  'doctor.backends.alone': 'この環境ではJavaScriptしか動かないため、比べる相手がありません',
  'doctor.backends.differ':
    '{draws}通りの未来が、WebAssemblyとJavaScriptで一致しません。chokepoint doctor --json の出力を添えてご報告ください',
  'doctor.workers.same':
    '{draws}通りの未来による予測が、1スレッドでも{threads}スレッドでも一致しました({threads}スレッドで{seconds}秒)',
  'doctor.workers.differ':
    '{draws}通りの未来による予測が、1スレッドと{threads}スレッドで一致しません。chokepoint doctor --json の出力を添えてご報告ください',
};
