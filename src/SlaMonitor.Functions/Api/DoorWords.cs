using System.Text.RegularExpressions;

namespace SlaMonitor.Functions.Api;

/// <summary>What a door's own docstring says of it, without the address that it begins with.</summary>
internal static partial class DoorWords
{
    /// <summary>All of it.</summary>
    public static string Description(Door door)
    {
        var said = Address().Replace(XmlDocs.Of(door.Run.DeclaringType!) ?? door.Name, string.Empty);
        return said.Length == 0 ? said : char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>Its first sentence.</summary>
    public static string Summary(Door door) => FirstSentence().Match(Description(door)).Value.TrimEnd('.', ':', ';');

    [GeneratedRegex(@"^[A-Z]+ /api/\S*: ", RegexOptions.None, 1_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^.+?(?:[.:;](?=\s)|$)", RegexOptions.None, 1_000)]
    private static partial Regex FirstSentence();
}
