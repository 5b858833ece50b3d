using SlaMonitor.Core.Calendars;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Summaries;

namespace SlaMonitor.Mails.Tests.Summaries;

/// <summary>What one version of an agreement says that another does not.</summary>
public sealed class AgreementDifferencesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 19, 12, 0);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void AnotherBudget_IsOneSentenceLessAndOneMore_AndAnotherTitleIsNone(string language)
    {
        var before = SampleAgreement.Book.Agreements[0].Versions[^1];
        var changed = before.Targets[0] with { Within = BusinessDuration.FromMinutes(7) };
        var after = before with { Version = 2, Title = "Another title", Targets = [changed, .. before.Targets.Skip(1)] };

        var differences = AgreementDifferences.Between(before, after, Now, language);

        Assert.StartsWith(before.Targets[0].Id, Assert.Single(differences.Removed), StringComparison.Ordinal);
        Assert.Contains("7", Assert.Single(differences.Added), StringComparison.Ordinal);
        Assert.True(AgreementDifferences.Between(before, before with { Title = "Another title" }, Now, language).AreNone);
    }
}
