namespace SlaMonitor.Monitoring.Tests.Views;

/// <summary>Texts that are compared whole; they lie in <c>Views/Golden</c> and are changed by hand, on purpose.</summary>
internal static class Golden
{
    public static void AssertEqual(string name, string actual)
    {
        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Views", "Golden", name)).ReplaceLineEndings("\n").TrimEnd();
        Assert.True(expected == actual.ReplaceLineEndings("\n"), $"{name} should be this, or it has changed:\n{actual}");
    }
}
