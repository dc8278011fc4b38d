import Foundation

/// What the system's error numbers mean.
enum SystemErrorWords {
  /// The C library's own words.
  static func english(_ number: Int32) -> String { String(cString: strerror(number)) }

  /// The numbers that files bring about; of others the number is told, and the C library's words.
  static func japanese(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM: "権限がありません"
    case EBUSY: "ほかで使われています"
    case EDQUOT: "割り当てられた容量を使い切りました"
    case EEXIST: "同じ名前のものがすでにあります"
    case EFBIG: "ファイルが大きすぎます"
    case EIO: "読み書きに失敗しました"
    case EISDIR: "ディレクトリです"
    case ELOOP: "リンクが循環しています"
    case EMFILE, ENFILE: "開いているファイルが多すぎます"
    case ENAMETOOLONG: "名前が長すぎます"
    case ENODEV, ENXIO: "機器がありません"
    case ENOENT: "見つかりません"
    case ENOMEM: "メモリが足りません"
    case ENOSPC: "空き容量がありません"
    case ENOTDIR: "途中の名前がディレクトリではありません"
    case ENOTEMPTY: "ディレクトリが空ではありません"
    case EPIPE: "受け手が閉じています"
    case EROFS: "読み取り専用のディスクです"
    case EXDEV: "別のディスクにまたがっています"
    default: "システムのエラー\(number)番「\(english(number))」"
    }
  }
}
