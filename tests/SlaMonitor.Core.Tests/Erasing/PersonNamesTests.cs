using SlaMonitor.Core.Erasing;

namespace SlaMonitor.Core.Tests.Erasing;

public sealed class PersonNamesTests
{
    private static readonly Pseudonyms Stand = new(new byte[Pseudonyms.SecretBytes]);

    private readonly PersonNames _ann = new([" ann@example.com", "4711", "Ann Lee"], Stand);

    [Fact]
    public void Pseudonym_SameName_IsTheSame_AndOfAnotherInstallationAnother()
    {
        Assert.Equal(Stand.Of("Ann"), Stand.Of("Ann"));
        Assert.NotEqual(Stand.Of("Ann"), Stand.Of("Bob"));
        Assert.NotEqual(Stand.Of("Ann"), new Pseudonyms([1]).Of("Ann"));
        Assert.DoesNotContain("ann", Stand.Of("Ann")[Pseudonyms.Beginning.Length..], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Pseudonym_OtherCapitals_DiffersInCapitalsAlone()
    {
        Assert.NotEqual(Stand.Of("ANN@example.com"), Stand.Of("ann@example.com"));
        Assert.Equal(Stand.Of("ANN@example.com"), Stand.Of("ann@example.com"), ignoreCase: true);
    }

    [Theory]
    [InlineData("ANN@example.com", true)]
    [InlineData("Ann <ann@example.com>", true)]
    [InlineData("4711", true)]
    [InlineData("ann lee ", true)]
    [InlineData("joann@example.com", false)]
    [InlineData("ann@example.community", false)]
    [InlineData("47110", false)]
    [InlineData("Ann", false)]
    [InlineData(null, false)]
    public void Name_OfThePerson_IsReplaced(string? name, bool isTheirs)
    {
        Assert.Equal(isTheirs, _ann.Is(name));
        Assert.Equal(isTheirs ? Stand.Of(name!) : name, _ann.Name(name));
    }

    [Theory]
    [InlineData("Mail from ann@example.com, urgent", "Mail from {ann@example.com}, urgent")]
    [InlineData("ANN LEE cannot log in", "{ANN LEE} cannot log in")]
    [InlineData("Room 4711", "Room 4711")] // a number stands for much else
    [InlineData("Johann Leerman", "Johann Leerman")]
    [InlineData(null, null)]
    public void Text_HasNamesAsWords_LosesThem(string? text, string? expected)
    {
        var name = expected?.Split('{', '}') is [_, var inside, ..] ? inside : null;

        Assert.Equal(name is null ? expected : expected!.Replace($"{{{name}}}", Stand.Of(name), StringComparison.Ordinal), _ann.Text(text));
    }

    [Theory]
    [InlineData("ANN@example.com")]
    [InlineData("Ann <ann@example.com>")]
    [InlineData("4711")]
    public void ForgottenNames_KnowByPseudonymsAlone_WhomTheyStandFor(string name)
    {
        var late = new ForgottenNames(Stand, _ann.Stand);

        Assert.Equal(_ann.Name(name), late.Name(name));
        Assert.Equal("bob@example.com", late.Name("bob@example.com"));
        Assert.Equal($"Ask {Stand.Of("ann@example.com")}.", late.Text("Ask ann@example.com."));
        Assert.Null(late.Title("a title of theirs"));
    }
}
