extension TableSchema {
  /// Columns of a table of bookings.
  static let bookings = TableSchema(
    rowNoun: .deal,
    columns: [
      .init(
        name: "creator_id", kind: .text, isRequired: true,
        aliases: ["creator", "クリエイターID", "インフルエンサーID", "アカウントID", "管理番号", "出演者ID"],
        substitutes: ["name"]),
      .init(
        name: "name", kind: .text,
        aliases: [
          "creator_name", "influencer_name", "名前", "氏名", "活動名", "クリエイター名", "インフルエンサー名",
          "アカウント名", "配信者名", "ライバー名", "出演者", "出演者名",
        ]),
      .init(
        name: "product_id", kind: .text,
        aliases: ["product", "商品ID", "商品コード", "商品", "商品名", "商材", "案件"]),
      .init(name: "format", kind: .word(.formats), aliases: ["形式", "配信形式", "施策", "メニュー"]),
      .init(
        name: "status", kind: .word(.bookingStatus), isRequired: true,
        aliases: ["state", "状況", "ステータス", "状態", "進捗", "交渉状況", "返事", "回答"]),
      .init(
        name: "fee", kind: .number(.yen),
        aliases: ["agreed_fee", "price", "料金", "報酬", "確定料金", "合意料金", "金額", "ギャラ", "出演料"]),
      .init(
        name: "date", kind: .day,
        aliases: ["day", "日付", "実施日", "配信日", "投稿日", "日程", "出演日"]),
    ])
}

extension WordList {
  static let bookingStatus = WordList(words: [
    ("confirmed", ["確定", "決定", "承諾", "ok", "agreed", "booked", "contracted", "成約", "契約済", "契約済み"]),
    ("declined", ["辞退", "ng", "お断り", "不可", "見送り", "キャンセル", "refused", "rejected", "cancelled"]),
    ("asked", ["打診中", "打診", "依頼中", "交渉中", "返事待ち", "確認中", "pending", "offered", "requested"]),
    ("hold", ["仮押さえ", "仮押え", "仮", "保留", "on hold", "held", "キープ"]),
  ])
}
