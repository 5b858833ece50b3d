using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Core.Erasing;

/// <summary>
/// What stands for the name of somebody who was forgotten. The same name has always the same pseudonym, so that whoever was one person in
/// the counts of a report stays one. Names that differ only in capital letters have pseudonyms that differ only in them: requesters are
/// told apart without regard to these, and agents with it.
/// </summary>
/// <param name="secret">
/// What the pseudonyms follow from, of one installation. Whoever has it can find out whether a name that they know was forgotten, and
/// nothing else.
/// </param>
public sealed class Pseudonyms(byte[] secret)
{
    /// <summary>How every pseudonym begins.</summary>
    public const string Beginning = "forgotten-";

    /// <summary>How many bytes of secret there should be.</summary>
    public const int SecretBytes = 32;

    private const int Letters = 20;

    /// <summary>The pseudonym of a name.</summary>
    public string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (letters, capitals) = (Digest("name", name.ToUpperInvariant()), Digest("spelling", name));
        var pseudonym = new StringBuilder(Beginning, Beginning.Length + Letters);
        for (var i = 0; i < Letters; i++)
        {
            // Half a byte is one of sixteen letters.
            var letter = (char)('a' + ((letters[i / 2] >> (4 * (i % 2))) & 15));
            var isCapital = (capitals[i / 8] >> (i % 8) & 1) == 1;
            pseudonym.Append(isCapital ? char.ToUpperInvariant(letter) : letter);
        }

        return pseudonym.ToString();
    }

    /// <summary>Names what was asked without naming the person: the same names have the same, in whatever order.</summary>
    public string OfAll(IEnumerable<string> names) =>
        Of(string.Join('\n', names.Select(name => name.ToUpperInvariant()).Order(StringComparer.Ordinal)));

    private byte[] Digest(string purpose, string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));
}
