import type { exportEn } from './export-en.ts';

/** export の説明。 */
export const exportJa: Readonly<Record<keyof typeof exportEn, string>> = {
  'command.export': 'モデルをソースコードとして出力（方程式の名前をコメントで付記）',
  'export.option.kernel':
    'c（ベクトル化したC。gccで -ffp-contract=off を付けてコンパイル）、js（JavaScriptモジュール）、wat（WebAssemblyのテキスト形式）のいずれか（c）',
  'export.example.c': 'モデル全体をCで',
  'export.example.js': '2025年2月時点のモデルをJavaScriptで',
  'export.example.wat': 'モデル全体をWebAssemblyのテキスト形式で',
  'export.example.csv': '入力・表・出力が配列のどこに並ぶか',
};
