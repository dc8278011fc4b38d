#!/usr/bin/env python3
"""A synthetic campaign of any size: creators.csv (20 columns), products.csv, brief.yaml and 64-dimensional x.npy, y.npy.

    instances.py CREATORS PRODUCTS DEALS SEED FOLDER [--linear] [--no-rules] [--text] [--without-vectors]

The budget is for about DEALS deals. Audiences saturate unless --linear; products have limits and the brief has quotas
unless --no-rules; --text writes bios. The same arguments give the same bytes. Rows are made and written part by part, so
that ten million creators fit the memory; the order of the random draws must not change. Needs numpy.
"""
import argparse, math, pathlib
import numpy as np

NICHES = [
    "スキンケア", "メイク", "ヘアケア", "香水", "ネイル", "古着", "着物", "スニーカー", "時計", "ジュエリー",
    "ラーメン", "スイーツ", "コーヒー", "日本酒", "弁当", "発酵食品", "筋トレ", "ヨガ", "ランニング", "登山",
    "キャンプ", "釣り", "自転車", "車", "鉄道", "カメラ", "ゲーム", "アニメ", "文房具", "読書",
    "子育て", "犬", "猫", "観葉植物", "DIY", "収納", "家電", "旅行", "温泉", "資産形成"]
BIO_WORDS = ["毎日", "配信", "レビュー", "初心者", "東京", "大阪", "週末", "好き", "暮らし", "おすすめ", "本音",
             "ライブ", "購入品", "紹介", "夜", "朝"]
PLATFORMS = np.array(["instagram", "tiktok", "youtube"])
AGE_COLUMNS = ["age_13_19", "age_20_29", "age_30_39", "age_40_49", "age_50_59", "age_60_plus"]
CREATOR_COLUMNS = [
    "creator_id", "name", "platform", "followers", "avg_views", "engagement_rate", "posts_sampled", "reply_rate",
    "repeat_viewer_share", "authentic_share", "fee", "niche", "bio", "female_share", *AGE_COLUMNS]
PRODUCT_COLUMNS = [
    "product_id", "name", "category", "niche", "description", "price", "conversion", "appeal_female", "market",
    "min_creators", "max_creators", "max_spend"]
WIDTH = 64
ROWS_PER_PART = 200_000


def parts(count):
    return [slice(k, min(count, k + ROWS_PER_PART)) for k in range(0, count, ROWS_PER_PART)]


def normalised(rows):
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def table(path, columns):
    file = open(path, "w", encoding="utf-8", newline="")
    file.write(",".join(columns) + "\r\n")
    return file


class Vectors:
    """Where niches, creators and products stand; a creator between two niches, a product among three."""

    def __init__(self, random, creators, products, folder, is_written):
        niches = normalised(random.standard_normal((len(NICHES), WIDTH)))
        self.main = random.integers(0, len(NICHES), creators)
        self.side = random.integers(0, len(NICHES), creators)
        blend = random.uniform(0, .6, creators).astype(np.float32)[:, None]
        stored = None
        if is_written:
            stored = np.lib.format.open_memmap(folder / "x.npy", "w+", np.float32, (creators, WIDTH))
        for rows in parts(creators):
            noise = random.standard_normal((rows.stop - rows.start, WIDTH), dtype=np.float32) * np.float32(.06)
            if stored is not None:
                stored[rows] = normalised(
                    niches[self.main[rows]] * (1 - blend[rows]) + niches[self.side[rows]] * blend[rows] + noise)
        del stored
        self.of_product = np.array([random.choice(len(NICHES), 3, replace=False) for _ in range(products)])
        shares = random.dirichlet([1, 1, 1], products)
        blended = np.einsum("mk,mkd->md", shares, niches[self.of_product])
        rows = normalised(blended + random.standard_normal((products, WIDTH)) * .03)
        if is_written: np.save(folder / "y.npy", rows)


class Creators:
    """Columns of the roster. Most are micro, one in thirty mid or macro, three in a thousand stars."""

    def __init__(self, random, count, main):
        size = random.random(count)
        self.followers = self.drawn_followers(random, size)
        typical = self.followers / 3e4
        views = self.followers * .12 * typical ** -.15 * np.exp(.5 * random.standard_normal(count))
        self.views = np.maximum(50, views).astype(np.int64)
        fee = np.round(4 * self.views ** .95 * np.exp(.35 * random.standard_normal(count)), -2)
        self.fee = np.maximum(1000, fee).astype(np.int64)
        self.engagement = .02 * typical ** -.2 * np.exp(.4 * random.standard_normal(count))
        self.posts = random.integers(3, 80, count)
        self.reply = random.uniform(.02, .6, count)
        self.repeat = random.uniform(.05, .7, count)
        self.authentic = 1 - random.beta(1.5, 8, count)
        self.ages = self.drawn_ages(random, main)
        self.female = np.clip(random.beta(2, 2, len(NICHES))[main] + .1 * random.standard_normal(count), .02, .98)
        self.platform = PLATFORMS[random.integers(0, 3, count)]

    @staticmethod
    def drawn_followers(random, size):
        between = lambda low, high, count: np.exp(random.uniform(math.log(low), math.log(high), count))
        followers = between(1e4, 1e5, len(size))
        for limit, low, high in ((.03, 1e5, 1e6), (.003, 1e6, 5e6)):
            larger = size < limit
            followers[larger] = between(low, high, larger.sum())
        # Stars are what makes budgets hard to fill: there is always one.
        if not (size < .003).any(): followers[0] = 1.5e6
        return followers.astype(np.int64)

    @staticmethod
    def drawn_ages(random, main):
        typical = random.dirichlet(np.ones(6) * 1.5, len(NICHES))
        ages = np.empty((len(main), 6))
        for niche, mix in enumerate(typical):
            members = np.flatnonzero(main == niche)
            ages[members] = random.dirichlet(mix * 12 + .15, len(members))
        np.round(ages, 4, out=ages)
        ages[:, 5] = np.round(1 - ages[:, :5].sum(1), 4)
        return np.abs(ages, out=ages)

    def lines(self, rows, main, side, words):
        """The lines of some rows, as one text."""
        number = range(rows.start, rows.stop)
        columns = [column[rows].tolist() for column in (
            self.platform, self.followers, self.views, self.engagement, self.posts, self.reply, self.repeat,
            self.authentic, self.fee, main, side, self.female)]
        bios = [""] * len(number) if words is None else [
            f"{NICHES[a]}と{NICHES[b]}が{BIO_WORDS[p]}、{BIO_WORDS[q]}。{BIO_WORDS[r]}の{BIO_WORDS[s]}"
            for a, b, (p, q, r, s) in zip(columns[9], columns[10], words[rows].tolist())]
        ages = [",".join(["%.4f"] * 6) % tuple(row) for row in self.ages[rows].tolist()]
        return "".join(
            f"C{i:07d},{NICHES[a]}の{i},{platform},{followers},{views},{engagement:.5f},{posts},{reply:.4f},{repeat:.4f},"
            f"{authentic:.4f},{fee},{NICHES[a]};{NICHES[b]},{bio},{female:.4f},{age}\r\n"
            for i, platform, followers, views, engagement, posts, reply, repeat, authentic, fee, a, b, female, bio, age
            in zip(number, *columns, bios, ages))


def write(creators, products, deals, seed, folder, linear=False, rules=True, text=False, vectors=True):
    """Writes one instance."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    space = Vectors(random, creators, products, folder, vectors)
    roster = Creators(random, creators, space.main)
    words = random.integers(0, len(BIO_WORDS), (creators, 4)) if text else None
    with table(folder / "creators.csv", CREATOR_COLUMNS) as file:
        for rows in parts(creators): file.write(roster.lines(rows, space.main, space.side, words))
    budget = int(deals * np.median(roster.fee) * 1.6)
    # People a product reaches when half of an average plan's money goes its way.
    reached = budget * float((roster.views * roster.authentic).sum() / roster.fee.sum()) * .5 / products
    each = deals / products
    limits = f"{max(1, int(each * .3))},{int(each * 2.5) + 1},{int(budget * 2 / products)}" if rules else ",,"
    with table(folder / "products.csv", PRODUCT_COLUMNS) as file:
        for j, (first, second, third) in enumerate([NICHES[k] for k in row] for row in space.of_product.tolist()):
            market = "" if linear else int(reached * 3 * math.exp(.4 * random.standard_normal()))
            price = int(np.exp(random.normal(8, .5)))
            conversion, appeal = random.uniform(.003, .015), random.uniform(.6, 1.4)
            file.write(f"P{j:03d},{first}の商品{j},{first},{first};{second};{third},{first}と{second}と{third}のための商品,"
                       f"{price},{conversion:.5f},{appeal:.3f},{market},{limits}\r\n")
    brief = ["objective: gmv", f"budget: {budget}"]
    if linear: brief.append("saturation: none")
    if rules:
        brief += ["quotas:", "  - {where: {followers: {max: 100000}}, spend_share: {min: 0.3}}",
                  "spend_per_creator: {max_share_of_budget: 0.2}"]
    (folder / "brief.yaml").write_text("\n".join(brief) + "\n", encoding="utf-8")


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("creators", "products", "deals", "seed"): p.add_argument(name, type=int)
    p.add_argument("folder")
    for name in ("linear", "no-rules", "text", "without-vectors"): p.add_argument(f"--{name}", action="store_true")
    o = p.parse_args()
    write(o.creators, o.products, o.deals, o.seed, o.folder, o.linear, not o.no_rules, o.text, not o.without_vectors)


if __name__ == "__main__": main()
