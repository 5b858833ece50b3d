using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>
/// Whoever follows docs/deploy.md finds every parameter, output, secret, setting and file that it names, and misses none.
/// </summary>
public sealed partial class DeploymentDocumentTests
{
    private const string Document = "docs/deploy.md";

    /// <summary>Settings of the platform, which nothing of ours reads or sets.</summary>
    private static readonly string[] OfThePlatform = ["FUNCTIONS_EXTENSION_VERSION"];

    private static readonly string Text = Repository.Read(Document);

    [Fact]
    public void Parameters_AreThoseOfTheTemplate_UnderTheirVariables()
    {
        var template = ParameterFile()
            .Matches(Repository.Read("infra/main.bicepparam"))
            .Select(match => (match.Groups["name"].Value, match.Groups["variable"].Value))
            .ToList();
        var documented = ParameterRow()
            .Matches(Text)
            .Select(match => (match.Groups["name"].Value, match.Groups["variable"].Value))
            .ToList();

        Assert.True(template.Count > 10, "The parameter file is not read as it is written.");
        Assert.Equal(template.Order(), documented.Order());
        Assert.All(documented, parameter =>
            Assert.Contains($"\nparam {parameter.Item1} ", Repository.Read("infra/main.bicep"), StringComparison.Ordinal));
    }

    [Fact]
    public void Outputs_AreThoseOfTheTemplate() => Assert.Equal(
        Output().Matches(Repository.Read("infra/main.bicep")).Select(match => match.Value).Order(StringComparer.Ordinal),
        OutputRow().Matches(Text).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Hooks_FindWhatTheTemplateGives()
    {
        var outputs = Output().Matches(Repository.Read("infra/main.bicep")).Select(match => match.Value).ToList();

        Assert.Subset(
            outputs.ToHashSet(StringComparer.Ordinal),
            FoundByHook().Matches(Repository.Read("infra/hooks/find.sh")).Select(match => match.Value).ToHashSet(StringComparer.Ordinal));
        Assert.Matches(@"'azd-service-name': (serviceName|'monitor')", Repository.Read("infra/modules/app.bicep"));
        Assert.Contains("var serviceName = 'monitor'", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);
        Assert.Contains("\n  monitor:\n    project: ./src/SlaMonitor.Functions\n", Repository.Read("azure.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_AreReadOrSetBySomething()
    {
        var read = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github"), "*", SearchOption.AllDirectories))
            .Select(File.ReadAllText));
        var named = Variable().Matches(Text).Select(match => match.Value).Distinct().Except(OfThePlatform).ToList();

        Assert.Contains("AZURE_CLIENT_ID", named);
        Assert.DoesNotContain(named, name => !Regex.IsMatch(read, $@"\b{name}\b"));
    }

    [Fact]
    public void Secrets_AreThoseThatTheSettingsReferTo()
    {
        var settings = Repository.Read("infra/modules/settings.bicep");
        var rows = SecretRow()
            .Matches(Text)
            .Select(match => (Secret: match.Groups["secret"].Value, Setting: match.Groups["setting"].Value))
            .ToList();

        Assert.Equal(4, rows.Count);
        Assert.All(rows, row =>
        {
            var secret = row.Secret.Replace(
                "webhook-acme", "webhook-${replace(toLower(connection.name), '_', '-')}", StringComparison.Ordinal);
            Assert.Contains(
                $"{row.Setting.Replace("acme", "${connection.name}", StringComparison.Ordinal)}", settings, StringComparison.Ordinal);
            Assert.Contains($"'${{secrets}}{secret})'", settings, StringComparison.Ordinal);
        });
        Assert.Equal(rows.Count, Regex.Count(settings, @"\$\{secrets\}"));
        foreach (var secret in rows.Select(row => row.Secret).Where(secret => !secret.StartsWith("webhook-", StringComparison.Ordinal)))
            Assert.Contains(secret, Repository.Read("infra/hooks/postprovision.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_AreReadByTheCode()
    {
        var code = string.Join('\n', Repository.Files("src", "*.cs").Select(Repository.Read));
        var named = Setting().Matches(Text).Select(match => match.Value).Distinct().ToList();

        Assert.Contains("Acknowledgement__PreviousKey", named);
        Assert.All(named.SelectMany(name => name.Split("__")).Where(part => part is not "acme"), part =>
            Assert.Matches($@"\b{part}\b", code));
    }

    [Fact]
    public void Files_AndPlacesInThem_AreThere()
    {
        var links = Link().Matches(Text).Select(match => (File: match.Groups["file"].Value, Place: match.Groups["place"].Value)).ToList();
        var files = PathInText().Matches(Text).Select(match => match.Value.TrimEnd('.', '/')).Distinct().ToList();

        Assert.Contains("infra/hooks/find.sh", files);
        Assert.All(files, file => Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), $"There is no {file}."));
        Assert.All(links, link =>
        {
            var file = link.File.Length == 0
                ? Document
                : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, "docs", link.File)));
            Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), $"There is no {file}.");
            if (link.Place.Length > 0)
                Assert.Contains(
                    link.Place,
                    Heading().Matches(Repository.Read(file)).Select(heading => Anchor(heading.Groups["title"].Value)));
        });
    }

    [Fact]
    public void FirstLine_SaysThatItNeverRan() => Assert.Contains("**This has never been run.**", Text[..400], StringComparison.Ordinal);

    private static string Anchor(string title) => Regex.Replace(title.ToLowerInvariant(), "[^a-z0-9 -]", "").Replace(' ', '-');

    [GeneratedRegex(
        @"^param (?<name>\w+) = [^']*?(\n[^\n']*)?readEnvironmentVariable\('(?<variable>\w+)'",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterFile();

    [GeneratedRegex(@"^\| `(?<name>[a-z]\w+)` \| `(?<variable>[A-Z_]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterRow();

    [GeneratedRegex(@"(?<=^output )\w+", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^\| `(?<name>[A-Z_]+)` \| (?!`)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex OutputRow();

    [GeneratedRegex("(?<=^echo \")(?!AZURE_ENV_NAME)[A-Z_]+(?==)", RegexOptions.Multiline)]
    private static partial Regex FoundByHook();

    [GeneratedRegex(@"(?<![\w-])[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(?![\w-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\| `(?<secret>[a-z-]+)`[^|]*\| `(?<setting>\w+?__\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretRow();

    [GeneratedRegex(@"\b[A-Z]\w*?__\w+\b")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#]*)(#(?<place>[^)]+))?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/.~-])(infra|src|\.ci|\.github|docs|tests)/[\w./-]+")]
    private static partial Regex PathInText();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
