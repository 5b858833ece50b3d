using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the fees and the credits of an agreement.</summary>
internal sealed class CreditBuilder(Problems problems)
{
    public static FeeSchedule? Build(FeesSection? section) => section is not { Currency: { } currency, Basic: { } basic }
        ? null
        : new FeeSchedule(
            currency.Value.Value,
            section.Per?.Value ?? ReportPeriod.Month,
            basic.Value,
            section.EmergencyPerTicket?.Value ?? 0,
            [.. (section.ValueAdded?.Values ?? []).SelectMany(ValueAdded)]);

    public CreditTerms? Build(AgreementSection agreement, IReadOnlyList<string> targets)
    {
        if (agreement.Credits is not { } section) return null;
        if (agreement.Fees is null)
            problems.Error(section.Place, "credits need 'fees': their currency, and the basic fee that shares are taken of");

        foreach (var when in (section.Rules?.Values ?? []).Select(rule => rule.When).OfType<Located<CreditCondition>>())
        {
            if (when.Value.TargetId is { } target && !targets.Contains(target, StringComparer.Ordinal))
                Removed.Report(problems, "target", target, when.Place, agreement.Removes?.Targets, targets);
            if (when.Value.Measure == Measure.Satisfaction && when.Value.Below > (agreement.Indicators?.Satisfaction?.Of?.Value ?? 5))
                problems.Error(
                    when.Place,
                    $"satisfaction is always below {when.Value.Below}; "
                    + $"the best rating is {agreement.Indicators?.Satisfaction?.Of?.Value ?? 5}");
        }

        return new CreditTerms(
            section.Cap?.Value,
            [.. (section.Rules?.Values ?? []).SelectMany(Rule)]);
    }

    private static IEnumerable<CreditRule> Rule(CreditRuleSection section) =>
        section is { When: { } when, Credit: { } credit } ? [new CreditRule(when.Value, credit.Value)] : [];

    private static IEnumerable<ValueAddedFee> ValueAdded(ValueAddedSection section) =>
        section is { Name: { } name, Amount: { } amount } ? [new ValueAddedFee(name.Value, amount.Value)] : [];
}
