using System.Globalization;

namespace SlaMonitor.Core.Agreements;

/// <summary>
/// What a step of a clock is called: by its <see cref="StepMoment.Name"/>, and a repetition of it by its number too, as in <c>due#2</c>.
/// </summary>
public static class StepName
{
    private const char Sign = '#';

    /// <summary>Names a step.</summary>
    /// <param name="moment">Its moment.</param>
    /// <param name="repetition">Which repetition it is, from 1; 0 for the step itself.</param>
    public static string Of(StepMoment moment, int repetition)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return repetition == 0 ? moment.Name : string.Create(CultureInfo.InvariantCulture, $"{moment.Name}{Sign}{repetition}");
    }

    /// <summary>Takes a name apart.</summary>
    /// <param name="name">What <see cref="Of"/> has made.</param>
    /// <returns>The <see cref="StepMoment.Name"/>, and which repetition it is; 0 for the step itself.</returns>
    public static (string Moment, int Repetition) Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var sign = name.LastIndexOf(Sign);
        return sign > 0 && int.TryParse(name.AsSpan(sign + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var repetition)
            ? (name[..sign], repetition)
            : (name, 0);
    }
}
