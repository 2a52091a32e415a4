"""Supervised fine-tuning of a large base model, one stage a run: constant rate, or decaying to 0.

Usage: accelerate launch --config_file training/recipes/zero3.yaml training/recipes/sft.py MODEL OUT CASES...
    --schedule constant_with_warmup|linear
"""

from __future__ import annotations

from trl import SFTConfig, SFTTrainer

from large_model import adapters, dataset_of, stage_options


def main() -> None:
    parser = stage_options(rank=64)
    parser.add_argument("--schedule", choices=["constant_with_warmup", "linear"], required=True)
    parser.add_argument("--rate", type=float, default=1e-4)
    given = parser.parse_args()
    trainer = SFTTrainer(
        model=given.model,
        args=SFTConfig(
            output_dir=str(given.out),
            max_length=2048,
            completion_only_loss=True,
            num_train_epochs=1,
            per_device_train_batch_size=4,
            gradient_accumulation_steps=4,
            gradient_checkpointing=True,
            learning_rate=given.rate,
            lr_scheduler_type=given.schedule,
            warmup_steps=50,
            bf16=True,
            logging_steps=10,
            save_steps=200,
            seed=1,
            model_init_kwargs={"torch_dtype": "bfloat16"},
        ),
        train_dataset=dataset_of(given.cases).remove_columns("line"),
        peft_config=adapters(given.rank),
    )
    trainer.train()
    trainer.save_model()


if __name__ == "__main__":
    main()
