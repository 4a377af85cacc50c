import type { runEn } from './run-en.ts';

/** モデルを動かす全コマンドに共通のオプションと経過表示。 */
export const runJa: Readonly<Record<keyof typeof runEn, string>> = {
  'run.option.scenario': '付属シナリオの名前、またはファイルのパス(latest)',
  'run.option.asOf':
    'この日までに公表されたものだけを使う(省略時はシナリオの日付、それもなければ latest の日付)',
  'run.option.set': 'レバーを設定(例:packaging.total=1.25)。何度でも指定可',
  'run.option.draws': '抽出する未来の数。2の累乗が最適({draws})',
  'run.option.seed': '乱数の種。同じ種なら結果は1バイトも変わらない(1)',
  'run.option.workers': '抽出に使うスレッドの数(指定しなければCPUのコア数)。1なら1スレッドだけで抽出',
  'run.option.history': '過去の値:strict(その日までの公表のみ)か pseudo-real-time(後の推計も使う)',
  'run.option.calibrate': '2023年以降の実績で未来に重みを付ける。効果は chokepoint calibrate で確認',
  'run.calibrated': '{day}(実績{known}件で較正、実効{effective}/{pool}通り)',
  'run.calibrated.few': '{day}(実績{known}件で較正、実効{effective}/{pool}通りのみで幅は粗い)',
  'run.option.figures': '自分の数字の行をCSVファイルから加える(形式はdata/README.md。繰り返し指定可)',
  'run.own': '{day}(自分の数字{rows}行を含む{later, plural, =0 {} other {。後日公表の{later}行は除く}})',
  'run.laterHistory': '{day}(過去の値は後の推計による)',
  'run.progress': '{draws}通りの未来のうち{done}通り …',
};
