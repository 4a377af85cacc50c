import type { validationEn } from './validation-en.ts';

/** 検証報告。 */
export const validationJa: Readonly<Record<keyof typeof validationEn, string>> = {
  'validation.title': '検証',
  'validation.intro':
    'この分野の予測が採点されることはほとんどない。本報告はモデルを採点する。過去の時点で、当時公表されていた情報だけを使って計算し、その後に公表された値と比べる。`npm run validate` がすべてを最初から作り、人は手を加えない。得点はそのまま示す。得点に合わせ込んだ値はモデルに一つもない。',
  'validation.section.short': '要点',
  'validation.section.tested': '何を検証したか',
  'validation.section.protocol': '手順書',
  'validation.section.left': '時点・対象・除外したもの',
  'validation.section.scores': '得点',
  'validation.section.failures': '外れたところ',
  'validation.section.changes': 'モデルの変更ごとの前後',
  'validation.section.calibration': '過去の実績による較正',
  'validation.calibration':
    '`--calibrate` は、各時点で判明していた2023年以降の実績で未来に重みを付ける（`chokepoint calibrate`）。較正した計算の成績を、そのままのモデルの成績と並べて示す。既定では較正しない。',
  'validation.calibration.better': '{history}：較正によりCRPSは全体で{percent}改善。',
  'validation.calibration.worse': '{history}：較正によりCRPSは全体で{percent}悪化。',
  'validation.calibration.plain': 'そのまま',
  'validation.calibration.calibrated': '較正後',
  'validation.section.unscored': '採点しないものと理由',
  'validation.short.strict':
    '当時公表されていた情報による予測{targets}件（出来事{events}件）の得点は{crps}（点予測ならおよそこの割合の外れ）。80%幅に入った結果は{coverage}、95%幅では{wide}。中央値は{bias}。',
  'validation.short.pseudo-real-time':
    '過去を後日の推計から取ると2023年7月まで遡れる。その予測{targets}件（出来事{events}件）の得点は{crps}。80%幅に入った結果は{coverage}、95%幅では{wide}。中央値は{bias}。',
  'validation.short.low': '平均して{percent}低すぎた',
  'validation.short.high': '平均して{percent}高すぎた',
  'validation.short.beats': '全体では次に勝る（括弧内は範囲）：{opponents}。',
  'validation.short.loses': '全体では次に負ける：{opponents}。',
  'validation.tested':
    '対象とは、時点より後に終わり、結果が後日公表された量と期間である（台数、売上、能力、設備投資、世界保有量、時期）。対象は規則によって登録簿から列挙し、手では選ばない。同じ経済的出来事（たとえばエヌビディアの2025年の全数値）は一つと数える。「厳格」はその日までに公表された行だけを見る。「擬似リアルタイム」は過去を後日の推計から取る（台数は2026年までほとんど公表されていなかった）。予測する期間の値は決して見ない。',
  'validation.hindsight':
    '取り除けないことが一つある。モデルの方程式と、行の裏づけがない想定は2026年に書かれた。想定には立てられた時点の日付を付け、結果に由来して予測を動かす場合は対象から除いたが、書き手はその後を知っていた。得点が推論の誤りを示し、推論を改めた場合は、その変更を前後の全得点とともに下に示す。その変更にとってこれらの得点はもはや検証にならず、今後公表される結果だけが検証になる。',
  'validation.protocol':
    '手順書 [data/backtest-protocol.yaml]({path}) は、得点を見る前に確定した。第2版は、モデルがすべての未来で0とする量を除く。第1版での得点は[履歴]({history})に残る。全得点：[scores.csv]({scores})、全対象：`chokepoint backtest --csv`。',
  'validation.figure.places': '結果は予測のどこにあったか',
  'validation.figure.places.subtitle':
    '予測の十分位ごとの結果の割合。幅が適切なら平らになる。厳格な過去による。',
  'validation.figure.places.across': '予測より下から上へ',
  'validation.figure.places.even': '平ら',
  'validation.figure.intervals': '予測と結果',
  'validation.figure.intervals.subtitle':
    '予測÷結果。棒は100の未来のうち50と80を含む。1が後日の公表値で、それ自身の幅も示す。年間値と水準、厳格な過去による。',
  'validation.failures.series': '80%幅に入った結果が半分に満たない系列：',
  'validation.failures.item': '{series}：{inside}が幅の中、中央値は{bias}（対象{targets}件）',
  'validation.failures.low': '{percent}低すぎ',
  'validation.failures.high': '{percent}高すぎ',
  'validation.failures.none': '80%幅に入った結果が半分に満たない系列はない。',
  'validation.why': '分かっている理由：',
  'validation.why.base':
    '需要は各設計企業の販売か、開始時の販売指針から伸びる。2023年時点のAMD Instinctのように、指針が出る前にほぼ無から始まる系列は何倍も外れる。',
  'validation.why.jump':
    '2023年と2024年の時点で公表されていた予算は、その後の急増をほとんど語らず、幅もそれを許していなかった。2024年と2025年の予算・売上・台数ははるかに上にある。',
  'validation.why.families':
    '製品が始まる年と終わる年はよく分からない。開始が1四半期遅れればその年の数は何倍も違う。製品群が最も外れ、設計企業の合計はそれほどでもない。',
  'validation.why.h20':
    '2025年4月のH20の輸出禁止は、それ以前のどの予測にもない。7月に再び許可されたことも同じである。',
  'validation.changes':
    '得点を動かした変更を古い順に、全対象の得点と80%幅に入った結果の割合とともに示す。全系列・全先行期間：[history.csv]({history})。',
  'validation.column.change': '変更',
  'validation.column.history': '過去',
  'validation.column.before': '前',
  'validation.column.after': '後',
  'validation.changes.last': '最後の変更を系列別に見る：{change}。',
  'validation.history.strict': '厳格',
  'validation.history.pseudo-real-time': '擬似リアルタイム',
};
