namespace SlaMonitor.Agreements.Diagnostics;

/// <summary>Finds what somebody may have meant to write.</summary>
public static class Nearest
{
    /// <summary>The candidate that a slip of the fingers or two turns into the text, or <c>null</c> when none is near.</summary>
    public static string? To(string text, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > 64) return null;

        var far = Math.Max(1, text.Length / 3) + 1;
        var best = candidates
            .Where(candidate => Math.Abs(candidate.Length - text.Length) < far)
            .Select(candidate => (Candidate: candidate, Slips: Slips(text.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(near => near.Slips < far)
            .OrderBy(near => near.Slips)
            .ThenBy(near => near.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Candidate;
    }

    // Optimal string alignment: letters left out, put in, mistaken, or swapped with their neighbour.
    private static int Slips(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) distance[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var mistaken = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(mistaken, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        }

        return distance[a.Length, b.Length];
    }
}
