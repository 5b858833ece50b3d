using System.Text;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Cli.Explaining;

/// <summary>
/// An explanation in words. English is the monitor's own text; in other languages it is the account that mails give, in their words.
/// </summary>
internal abstract class ExplainWords
{
    public abstract string NothingPromised { get; }

    /// <summary>The words in a language.</summary>
    public static ExplainWords For(string language) =>
        language == Wording.Languages[0] ? new English() : new Chinese(Wording.For(language));

    /// <summary>Which agreement governs a ticket, and why.</summary>
    public abstract string GovernedBy(Governance governance);

    /// <summary>A clock. Its first line is how it stands.</summary>
    public abstract string Explanation(ClockExplanation explanation);

    private sealed class English : ExplainWords
    {
        public override string NothingPromised => "Nothing is promised for it.";

        public override string GovernedBy(Governance governance) => $"Governed by: {governance.Reason}.";

        public override string Explanation(ClockExplanation explanation) => ExplanationText.Of(explanation);
    }

    private sealed class Chinese(Wording words) : ExplainWords
    {
        public override string NothingPromised => "对此工单没有承诺。";

        public override string GovernedBy(Governance governance) => governance.Agreement is { } agreement
            ? $"适用协议：{agreement.Title}（{agreement.Id} v{agreement.Version}）。"
            : $"没有适用的协议：{governance.Reason}。";

        public override string Explanation(ClockExplanation explanation)
        {
            var clock = explanation.Clock;
            var zone = clock.Target.Calendar.Zone;
            var account = Spent.Of(explanation, words, zone);
            var text = new StringBuilder();
            text.AppendLine(words.Headline(explanation));
            var due = clock.DueAt is { } at ? $"，{words.Labels.Due}：{words.Of(at.InZone(zone))}" : string.Empty;
            var promised = $"{words.Promise(clock.Target)}（{clock.Target.Id}，{clock.Target.Calendar.Id}）";
            text.AppendLine($"{words.Labels.Promise}：{promised}{due}。");
            text.AppendLine($"{account.Total}：");
            Append(words.Labels.Counted, account.Counted);
            Append(words.Labels.Held, account.Held);
            Append(words.Labels.Excluded, account.Excluded);
            return text.ToString();

            void Append(string label, IReadOnlyList<SpentLine> lines)
            {
                foreach (var line in lines) text.AppendLine($"  {label}：{line.Span}  {line.Amount}");
            }
        }
    }
}
