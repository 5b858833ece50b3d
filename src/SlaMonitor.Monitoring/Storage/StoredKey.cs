using System.Runtime.CompilerServices;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>
/// Which texts can be ids in a store. CloudEvents forbids more (all control characters); only what could make two different ids the same
/// once stored is refused here: half a surrogate pair is replaced on the way, and much C code ends a text at NUL.
/// </summary>
public static class StoredKey
{
    /// <summary>Refuses the empty text, the character NUL and half a surrogate pair.</summary>
    /// <exception cref="ArgumentException">The id cannot be stored; the message says why.</exception>
    public static void ThrowIfWrong(string key, [CallerArgumentExpression(nameof(key))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(key, name);
        if (key.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("An id must not contain the character U+0000.", name);
        if (!IsWellFormed(key))
            throw new ArgumentException("An id must be well-formed Unicode: it has half a surrogate pair.", name);
    }

    /// <summary>Whether <see cref="ThrowIfWrong"/> lets a text pass.</summary>
    public static bool IsRight(string key) =>
        !string.IsNullOrEmpty(key) && !key.Contains('\0', StringComparison.Ordinal) && IsWellFormed(key);

    /// <summary>The first text that stands after all texts that begin with another, in ordinal order.</summary>
    /// <param name="prefix">The other: at least one character, the last of them in ASCII.</param>
    public static string After(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return prefix[..^1] + (char)(prefix[^1] + 1);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return false;
            i++;
        }

        return true;
    }
}
