using SlaMonitor.Core.Agreements;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>
/// What each example promises, told as stories in <c>tests/data/agreements/examples</c>; <see cref="ExampleStory"/> says how they are
/// written. No clause is without a story: no target, no step, no exclusion, no credit, no <c>match</c>, no pause, no term.
/// </summary>
public sealed class ExampleStoryTests
{
    public static TheoryData<string> Names => [.. ExampleFiles.Names, .. ExampleFiles.StartingPoints];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stories_OfAnExample_EndAsTheyAreTold(string name)
    {
        var wrong = Read(name)
            .Where(story => !story.Expected.Order(StringComparer.Ordinal).SequenceEqual(story.Actual().Order(StringComparer.Ordinal)))
            .Select(story => $"{story.Text}\nbut it is:\n{string.Join('\n', story.Actual().Select(line => $"= {line}"))}")
            .ToArray();

        Assert.True(wrong.Length == 0, string.Join("\n\n", wrong));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stories_OfAnExample_LeaveNoClauseOut(string name)
    {
        var stories = Read(name);
        var missing = Clauses(stories[0].Book.Agreements[0].Versions).Except(stories.SelectMany(Touched), StringComparer.Ordinal);

        Assert.Empty(missing);
    }

    private static IEnumerable<string> Clauses(IReadOnlyList<Agreement> versions) => versions.SelectMany(version => (IEnumerable<string>)
    [
        .. version.Targets.Select(target => $"target {target.Id} of v{version.Version}"),
        .. version.Targets.SelectMany(target => target.Sites?.ByValue.Values ?? []).Select(target => $"{target.Id} where {target.Site}"),
        .. version.Targets.Where(target => target.AllowsAgreedDue).Select(target => $"agreed due of {target.Id}"),
        .. version.Metrics.Where(metric => metric.Rule!.Pauses is not null).Select(metric => $"pause of {metric.Name}"),
        .. version.Targets.Where(target => target.Pauses).Select(target => $"pause of {target.Metric.Name}").Distinct(),
        .. version.Escalations.SelectMany((policy, p) => policy.Steps.Select((_, s) => $"step {p}.{s} of v{version.Version}")),
        .. version.Exclusions.Select(exclusion => $"exclusion {exclusion.Reason}"),
        .. (version.Credits?.Rules ?? []).Select(rule => $"credit {rule.When}"),
        .. ExampleTerms.Of(versions[0]),
        .. version.Governs.Specificity > 0 ? ["nobody's tickets"] : (string[])[],
    ]);

    private static IEnumerable<string> Touched(ExampleStory story)
    {
        _ = story.Actual().Count();
        foreach (var rule in story.EarnedCredits) yield return $"credit {rule.When}";
        foreach (var term in story.Expected.Where(line => line.StartsWith("term ", StringComparison.Ordinal))) yield return term;
        if (story.Assessment is null) yield break;
        if (story.Assessment.Governing is null) yield return "nobody's tickets";

        foreach (var clock in story.Targets.SelectMany(story.Clocks))
        {
            yield return $"target {clock.Target.Id} of v{clock.Agreement.Version}";
            if (clock.Target.Site is { } site) yield return $"{clock.Target.Id} where {site}";
            if (clock.AgreedDue is not null) yield return $"agreed due of {clock.Target.Id}";
            if (clock.Stretches.Any(stretch => stretch.HeldBy is not null)) yield return $"pause of {clock.Target.Metric.Name}";
            foreach (var exclusion in clock.Agreement.Exclusions)
            {
                if (story.Expected.Contains($"{clock.Target.Id} excluded {exclusion.Reason}")) yield return $"exclusion {exclusion.Reason}";
            }
        }

        foreach (var step in story.Steps())
        {
            var version = step.Clock.Agreement;
            var policy = version.Escalations.ToList().FindIndex(policy => ReferenceEquals(policy, step.Policy));
            yield return $"step {policy}.{step.Number - 1} of v{version.Version}";
        }
    }

    private static IReadOnlyList<ExampleStory> Read(string name) => ExampleStory.Read(
        ExampleFiles.Load(name).Book!, File.ReadAllText(TestFiles.Data("examples", $"{name}.stories")));
}
