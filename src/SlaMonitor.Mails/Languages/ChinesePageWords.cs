namespace SlaMonitor.Mails.Languages;

internal sealed class ChinesePageWords : PageWords
{
    public override string Done => "已无需接手";

    public override string Expired => "链接已过期";

    public override string ExpiredAdvice => "请在服务台中打开工单，或使用较新邮件中的链接。";

    public override string Invalid => "链接无效";

    public override string InvalidAdvice => "请从邮件中打开完整且未经改动的链接。";

    public override string Take(int promises) => promises == 1 ? "由我处理" : $"全部由我处理（{promises} 项）";

    public override string Question(int promises) => promises == 1 ? "尚无人接手" : $"这 {promises} 项尚无人接手";

    public override string Effect(string until) => $"接手后，后续升级步骤将暂缓至 {until}。";

    public override string JustTaken(int promises, int of) =>
        of == 1 ? "已由您接手" : promises == of ? $"{of} 项均已由您接手" : $"{of} 项中的 {promises} 项已由您接手";

    public override string Next(string until) =>
        $"后续升级步骤暂缓至 {until}。承诺本身仍须在服务台中兑现：请答复客户。";

    public override string AlreadyTaken(int promises) => promises == 1 ? "已有人接手" : "均已有人接手";

    public override string TakenSince(string by, string at, string until) => $"{by} 于 {at} 接手，至 {until}。";
}
