using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Azure.Tables;

/// <summary>The section <c>Tables</c> of the settings.</summary>
internal sealed class TableOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Tables";

    /// <summary>
    /// Over how many partitions the due index is spread, 1 to 256; 16 unless set. An evaluation costs at least one request for each; a
    /// partition of Table storage takes about 2,000 writes a second. It may be raised at any time. It must never be lowered: what the
    /// higher shards hold would not be read any more.
    /// </summary>
    [Range(1, 256)]
    public int Shards { get; set; } = 16;

    /// <summary>
    /// How many evaluators share the shards, at most as many as there are shards; 1 unless set. Each of them is told by
    /// <see cref="Evaluator"/> which one it is.
    /// </summary>
    [Range(1, 256)]
    public int Evaluators { get; set; } = 1;

    /// <summary>Which of the evaluators this one is, from 1 to <see cref="Evaluators"/>; 1 unless set.</summary>
    [Range(1, 256)]
    public int Evaluator { get; set; } = 1;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Evaluators > Shards)
        {
            yield return new(
                $"{Section}__Evaluators is {Evaluators}, but there are {Shards} shards to share; set {Section}__Shards to as many at least",
                [nameof(Evaluators)]);
        }

        if (Evaluator > Evaluators)
        {
            yield return new(
                $"{Section}__Evaluator is {Evaluator} of {Evaluators}; set it to a number from 1 to {Section}__Evaluators",
                [nameof(Evaluator)]);
        }
    }
}
