using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>Workflows run with our rights on somebody else's machine: they get few, and run what is known.</summary>
public sealed partial class WorkflowTests
{
    private static readonly Workflow Deploy = Named("deploy");
    private static readonly Workflow Release = Named("release");

    /// <summary>What a job may beyond reading the code, by its name.</summary>
    private static readonly Dictionary<string, string[]> MayMore = new(StringComparer.Ordinal)
    {
        ["deploy.yml: plan"] = ["[id-token, write]"],
        ["deploy.yml: deploy"] = ["[id-token, write]"],
        ["codeql.yml: analyze"] = ["[security-events, write]"],
        ["release.yml: container"] = ["[packages, write]"],
        ["release.yml: publish"] = ["[contents, write]", "[id-token, write]", "[attestations, write]"],
    };

    /// <summary>What wants GitHub's own token: to be let into Azure, and to sign what was built.</summary>
    private static readonly string[] WantToken = ["azure/login@", "actions/attest-build-provenance@"];

    private static IEnumerable<Workflow.Job> Jobs => Workflow.All.SelectMany(workflow => workflow.Jobs);

    [Fact]
    public void Actions_ArePinnedToACommit_EachToOne_AndSayTheirVersion()
    {
        var used = Workflow.All.SelectMany(workflow => Use().Matches(workflow.Text)).ToList();

        Assert.Equal(Jobs.Sum(job => job.Actions.Count()), used.Count);
        Assert.All(used, use => Assert.Matches(
            @"^([\w.-]+/[\w.-]+(/[\w.-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+|docker://[\w.-]+/[\w.-]+:\d+\.\d+\.\d+@sha256:[0-9a-f]{64})$",
            use.Groups["action"].Value));
        Assert.Equal(
            used.Select(use => RepositoryOf(use).Name).Distinct().Count(),
            used.Select(RepositoryOf).Distinct().Count());

        // Two actions of one repository, as github/codeql-action/init and /analyze, have one commit.
        static (string Name, string Version) RepositoryOf(Match use)
        {
            var parts = use.Groups["action"].Value.Replace("docker://", string.Empty, StringComparison.Ordinal).Split('@');
            return (string.Join('/', parts[0].Split('/').Take(2)), parts[1]);
        }
    }

    [Fact]
    public void Permissions_AreNone_AndEachJobSaysWhichItNeeds()
    {
        Assert.All(Workflow.All, workflow => Assert.Matches(@"(?m)^permissions: \{\}$", workflow.Text));
        Assert.All(MayMore.Keys, name =>
            Assert.Contains(name, from workflow in Workflow.All from job in workflow.Jobs select NameOf(workflow, job)));
        Assert.All(from workflow in Workflow.All from job in workflow.Jobs select (Name: NameOf(workflow, job), Job: job), named =>
        {
            var (name, job) = named;
            Assert.NotNull(job.Permissions);
            Assert.Equal(
                MayMore.TryGetValue(name, out var more) ? more : [],
                job.Permissions.Select(permission => permission.ToString()).Where(permission => permission != "[contents, read]"));
            Assert.Equal(
                job.Actions.Any(action => WantToken.Any(one => action.Action.StartsWith(one, StringComparison.Ordinal))),
                job.Permissions.ContainsKey("id-token"));
            Assert.True(job.HasTimeout, $"{job.Name} may run for six hours.");
        });

        static string NameOf(Workflow workflow, Workflow.Job job) => $"{Path.GetFileName(workflow.File)}: {job.Name}";
    }

    /// <summary>A workflow that a stranger's pull request starts with our rights would run his code with them.</summary>
    [Fact]
    public void Triggers_NoneRunsAStrangersCodeWithOurRights() => Assert.All(
        Workflow.All, workflow => Assert.DoesNotMatch(@"(?m)^  (pull_request_target|workflow_run|issue_comment|issues):", workflow.Text));

    [Fact]
    public void Checkout_LeavesNoTokenBehind() => Assert.All(
        Jobs.SelectMany(job => job.Actions).Where(action => action.Action.StartsWith("actions/checkout@", StringComparison.Ordinal)),
        action => Assert.Equal("false", action.With["persist-credentials"]));

    [Fact]
    public void Secrets_ThereAreNone_ToBeStolenOrToExpire() => Assert.All(
        Workflow.All,
        workflow => Assert.DoesNotMatch("(?i)secrets\\s*[.\\[:]|creds:|client-secret|password:|--password|api[-_]?key:", workflow.Text));

    [Fact]
    public void Commands_RunNothingThatIsNotThere()
    {
        var paths = Jobs.SelectMany(job => job.Commands)
            .SelectMany(command => OurPath().Matches(command))
            .Select(match => match.Value)
            .Distinct()
            .ToList();

        Assert.Contains(".ci/run", paths);
        Assert.Contains("infra/main.bicepparam", paths);
        Assert.All(paths, path =>
            Assert.NotEmpty(
                Directory.GetFileSystemEntries(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!), Path.GetFileName(path))));
    }

    /// <summary>Without a word of it, a failure before a pipe is no failure.</summary>
    [Fact]
    public void Commands_StopAtTheFirstFailure_InAPipeToo() =>
        Assert.All(Workflow.All, workflow =>
            Assert.Contains("\ndefaults:\n  run:\n    shell: bash\n", workflow.Text, StringComparison.Ordinal));

    /// <summary>What an expression inserts into a command is run as one.</summary>
    [Fact]
    public void Commands_TakeWhatIsGiven_FromTheEnvironmentAlone() =>
        Assert.DoesNotContain(Jobs.SelectMany(job => job.Commands), command => command.Contains("${{", StringComparison.Ordinal));

    [Fact]
    public void Deployment_ShowsWhatWouldChange_AndWaitsForLeave_BeforeItDoes()
    {
        var (package, plan, deploy) = (Job("package"), Job("plan"), Job("deploy"));

        Assert.Equal(["package", "plan"], deploy.Needs);
        Assert.Contains(plan.Commands, command => command.StartsWith("az deployment sub what-if ", StringComparison.Ordinal));
        Assert.DoesNotContain(plan.Commands.Concat(package.Commands), command => command.Contains("create", StringComparison.Ordinal));
        Assert.Equal(("${{ inputs.environment }}-plan", "${{ inputs.environment }}"), (plan.Environment, deploy.Environment));
        Assert.Equal("false", Deploy.Concurrency["cancel-in-progress"]);
        Assert.Contains(package.Commands, command => command.StartsWith("bash .ci/package.sh", StringComparison.Ordinal));
        Assert.Contains("-p:FunctionsHost=azure", Repository.Read(".ci/package.sh"), StringComparison.Ordinal);

        static Workflow.Job Job(string name) => Deploy.Jobs.Single(job => job.Name == name);
    }

    [Fact]
    public void Release_IsTestedFirst_AndTheJobThatMayWriteRunsNoneOfOurCode()
    {
        var publish = Release.Jobs.Single(job => job.Name == "publish");

        Assert.Equal(["test", "archives"], publish.Needs);
        Assert.Equal(["test"], Release.Jobs.Single(job => job.Name == "container").Needs);
        var archives = string.Join('\n', Release.Jobs.Single(job => job.Name == "archives").Commands);
        Assert.Contains("bash .ci/packages.sh release", archives, StringComparison.Ordinal);
        Assert.StartsWith("bash .ci/notes.sh ", archives, StringComparison.Ordinal);
        Assert.Contains("bash .ci/release.sh ", archives, StringComparison.Ordinal);
        Assert.Contains("release linux-arm64 win-x64 osx-arm64", archives, StringComparison.Ordinal);
        Assert.Contains(publish.Actions, action =>
            action.Action.StartsWith("actions/attest-build-provenance@", StringComparison.Ordinal)
            && action.With["subject-path"] == "release/*");
        Assert.DoesNotContain(publish.Actions, action => action.Action.StartsWith("actions/checkout@", StringComparison.Ordinal));
        Assert.Contains("bash .ci/run", Release.Jobs.Single(job => job.Name == "test").Commands);
        Assert.Contains(publish.Commands, command =>
            command.Contains("gh release create \"$GITHUB_REF_NAME\" --verify-tag", StringComparison.Ordinal));
        Assert.Equal("false", Release.Concurrency["cancel-in-progress"]);
    }

    private static Workflow Named(string name) => Workflow.All.Single(workflow => Path.GetFileName(workflow.File) == $"{name}.yml");

    [GeneratedRegex(@"^\s*(- )?uses:\s*(?<action>.*?)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Use();

    [GeneratedRegex(@"(?<![\w/.])(\.ci|\.github|infra|src|tests|docs)/[\w./*-]+", RegexOptions.ExplicitCapture)]
    private static partial Regex OurPath();
}
