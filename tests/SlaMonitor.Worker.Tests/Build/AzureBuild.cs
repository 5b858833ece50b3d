namespace SlaMonitor.Worker.Tests.Build;

/// <summary>
/// The functions as they are built for Azure: <c>dotnet build</c> with the declared Service Bus types, or what the folder in
/// <see cref="FolderVariable"/> holds.
/// </summary>
internal static class AzureBuild
{
    /// <summary>Names another build to test: what <c>.ci/package.sh</c> made, with Microsoft's own extension.</summary>
    public const string FolderVariable = "AZURE_BUILD";

    /// <summary>Set by <c>.ci/run</c>: what is missing is a failure then, not a reason to skip.</summary>
    public const string RequiredVariable = "AZURE_BUILD_REQUIRED";

    private const string Command =
        "dotnet build -c Release src/SlaMonitor.Functions -p:FunctionsHost=azure -p:ServiceBusExtension=declared";

    private static readonly Lazy<string> Repository = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SlaMonitor.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not lie in the repository.");
    });

    private static readonly Lazy<string?> WhyNot = new(() =>
    {
        var built = new FileInfo(Path.Combine(Folder, "built"));
        if (IsGiven || (built.Exists && built.LastWriteTimeUtc >= NewestSource())) return null;

        return built.Exists
            ? $"The Azure build is older than the sources; make it anew: {Command}"
            : $"There is no Azure build in {Folder}, which .ci/run makes: {Command}";
    });

    /// <summary>Whether the Service Bus types are Microsoft's, whose settlements need more of a host than these tests have.</summary>
    public static bool IsGiven => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 };

    public static string Folder => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } given
        ? PathOf(given)
        : PathOf("src/SlaMonitor.Functions/bin/azure-declared/Release/net10.0");

    public static string PathOf(string file) => Path.Combine(Repository.Value, file);

    public static bool IsMissing => WhyNot.Value is not null;

    /// <summary>Skips a test, or fails it where nothing may be missing.</summary>
    public static void SkipWithout(string? missing = null)
    {
        if ((WhyNot.Value ?? missing) is not { } why) return;

        Assert.False(Environment.GetEnvironmentVariable(RequiredVariable) is { Length: > 0 }, why);
        Skip.If(true, why);
    }

    private static DateTime NewestSource() => new DirectoryInfo(PathOf("src")).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Extension is ".cs" or ".csproj" && !IsOutput(file.FullName))
        .Max(file => file.LastWriteTimeUtc);

    private static bool IsOutput(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");
}
