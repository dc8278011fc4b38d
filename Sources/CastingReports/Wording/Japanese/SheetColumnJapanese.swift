/// Headings of columns of files, in Japanese.
enum SheetColumnJapanese {
  static func title(_ column: SheetColumn) -> String {
    switch column {
    case .name: "名前"
    case .status: "状態"
    case .budget: "予算"
    case .value: "成果"
    case .bound: "上界"
    case .gap: "差"
    case .spend: "費用"
    case .marginalReturn: "限界収益"
    case .deals: "件数"
    case .added: "追加"
    case .dropped: "削除"
    case .takenFrom: "引き継ぎ元"
    case .mean: "平均"
    case .p10: "P10"
    case .p50: "P50"
    case .p90: "P90"
    case .worstTenth: "下位1割"
    case .lossProbability: "赤字確率"
    case .clash: "対立"
    case .rule: "条件"
    case .kind: "種類"
    case .side: "側"
    case .from: "変更前"
    case .to: "変更後"
    case .change: "変更"
    case .cheapest: "最小"
    case .creatorID: "出演者ID"
    case .productID: "商品"
    case .format: "施策"
    case .cost: "料金"
    }
  }
}
