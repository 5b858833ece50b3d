using System.Reflection;

namespace SlaMonitor.Monitoring.Tests.Clauses;

public sealed class ClauseCoverageTests
{
    private static readonly (MethodInfo Method, ClauseAttribute Clause)[] Tests =
    [
        .. typeof(ClauseCoverageTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (method, method.GetCustomAttribute<ClauseAttribute>()!))
            .Where(test => test.Item2 is not null),
    ];

    [Fact]
    public void Contract_EveryTopLevelKey_HasATestOfItsOwn() =>
        Assert.Equal(
            Contract.TopLevelKeys.Order(StringComparer.Ordinal),
            Tests.Select(test => test.Clause.Key).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Contract_EveryNumberedClauseOfTheFile_HasATestOfItsOwn()
    {
        var numbered = Contract.Text.Split('§')
            .Skip(1)
            .Select(rest => new string([.. rest.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]))
            .Where(number => number.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(numbered, Tests.Select(test => test.Clause.Number).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void ClauseTests_Names_SayTheClauseAndAreRun() => Assert.All(Tests, test =>
    {
        Assert.StartsWith($"Clause_{test.Clause.Number.Replace('.', '_')}_", test.Method.Name, StringComparison.Ordinal);
        Assert.NotNull(test.Method.GetCustomAttribute<FactAttribute>());
    });
}
